import { positionOf } from '../../manifest/position';
import type { Document } from '../../manifest/document';
import { namespaceOf } from '../../manifest/catalog';
import type { ObjectRef, Stage, Step } from '../decision';
import type { Place } from '../virtual-service/model';

/** Takes down the steps of a walk. A walk without explanation has none. */
export class Trace {
  private readonly steps: Step[] = [];

  add(
    stage: Stage,
    verdict: Step['verdict'],
    text: string,
    about: About = {},
    steps: readonly Step[] = NONE,
  ): void {
    this.steps.push(makeStep(stage, verdict, text, about, steps));
  }

  finish(): readonly Step[] {
    return Object.freeze(this.steps);
  }
}

/** The object that a step is about, and where in it. */
export interface About {
  readonly document?: Document;
  readonly at?: string;
}

const NONE: readonly Step[] = Object.freeze([]);

export function makeStep(
  stage: Stage,
  verdict: Step['verdict'],
  text: string,
  { document, at }: About = {},
  steps: readonly Step[] = NONE,
): Step {
  return Object.freeze({
    stage,
    verdict,
    text,
    ...(document && { object: objectRef(document) }),
    ...(at && { at }),
    steps: steps === NONE ? NONE : frozen(steps),
  });
}

/** Steps that others made may not be frozen. */
function frozen(steps: readonly Step[]): readonly Step[] {
  return Object.freeze(steps.map((step) => Object.freeze({ ...step, steps: frozen(step.steps) })));
}

export function aboutPlace(place: Place | undefined): About {
  return place ? { document: place.config.document, at: place.at } : {};
}

const refs = new WeakMap<Document, ObjectRef>();

/** An object by name, and where it was written. Positions are looked up once, for what is shown. */
export function objectRef(document: Document): ObjectRef {
  let ref = refs.get(document);
  if (!ref) {
    const { object, origin } = document;
    const line = positionOf(origin)?.line;
    ref = Object.freeze({
      kind: object.kind,
      namespace: namespaceOf(document),
      name: object.metadata.name,
      ...(origin.file !== undefined && { file: origin.file }),
      ...(line !== undefined && { line }),
      ...(origin.construct !== undefined && { construct: origin.construct }),
    });
    refs.set(document, ref);
  }
  return ref;
}

/** `VirtualService shop/reviews` */
export function nameOf(document: Document): string {
  return `${document.object.kind} ${namespaceOf(document)}/${document.object.metadata.name}`;
}
