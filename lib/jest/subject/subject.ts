import { positionOf } from '../../manifest/position';
import { loadManifests, type ManifestInput } from '../../manifest/load';
import type { Manifests } from '../../manifest/document';
import { Simulator } from '../../simulate/simulator';
import type { Decision } from '../../simulate/decision';
import type { Request } from '../../simulate/request';
import { fail } from '../../values/check';
import { checkFields } from './misuse';
import { Names } from './names';
import { readSource } from './sources';

/** What a test asks. */
export interface Judge {
  decide(request: Request): Decision;
  /** The same with the reasons. Slower. */
  explain(request: Request): Decision;
  /** Absent where only a simulator is known. */
  readonly names?: Names;
}

/** Manifests, and what they do not say. */
export interface InMesh {
  readonly manifests: ManifestInput;
  readonly mesh: object;
}

/**
 * The same manifests in a mesh with other settings:
 * `expect(inMesh({ outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }, app)).toClose(...)`.
 *
 * @param mesh the MeshConfig, as an object
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function inMesh(mesh: object, manifests: ManifestInput): InMesh {
  const advice = "write { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } }";
  return Object.freeze({ mesh: checkFields('the mesh settings', mesh, advice), manifests });
}

const ALLOWED = 'an App, a Chart, YAML text, the path of a folder or file, objects, or a list of these';
const HOW = 'write expect(app).toRoute(...)';

/** @throws an error that says what to do, if there is nothing to judge */
export function judgeOf(subject: unknown): Judge {
  if (typeof subject === 'object' && subject !== null && 'decide' in subject) return simulatorOf(subject);
  const { mesh, manifests } = isInMesh(subject) ? subject : { mesh: {}, manifests: subject };
  const parts = sourcesOf(manifests).map((source) => readSource(source));
  const settings = JSON.stringify(mesh);
  const known = recent.find((one) => one.settings === settings && isSame(one.parts, parts));
  if (known) return known;
  const whole = parts.length === 1 ? parts[0]! : loadManifests(parts);
  checkManifests(whole);
  recent.unshift(new Snapshot(parts, settings, whole, mesh));
  recent.length = Math.min(recent.length, KEPT);
  return recent[0]!;
}

function simulatorOf(subject: object): Judge {
  const { decide } = subject as Partial<Simulator>;
  if (typeof decide !== 'function') fail('what is expected of', ALLOWED, subject, HOW);
  const ask = (request: Request) => decide.call(subject, request);
  return { decide: ask, explain: ask };
}

/** @throws an error that says what to do, if it is nothing that manifests can be read from */
export function sourcesOf(manifests: unknown): readonly (string | object)[] {
  const list: readonly unknown[] = Array.isArray(manifests) ? manifests.flat(Infinity) : [manifests];
  return list.map((source) => {
    const isThere = typeof source === 'string' || (typeof source === 'object' && source !== null);
    if (!isThere || source instanceof Promise) return fail('what is expected of', ALLOWED, source, HOW);
    return source;
  });
}

function checkManifests({ documents, unreadable: [first] }: Manifests): void {
  if (first) {
    const { file, index } = first.origin;
    const line = positionOf(first.origin)?.line;
    const place =
      file === undefined ? `document ${index + 1}` : line === undefined ? file : `${file}:${line}`;
    fail(
      'manifests',
      'readable',
      `${place}: ${first.message}`,
      'mend it: what it says could change the answer',
    );
  }
  if (documents.length === 0) {
    fail(
      'manifests',
      'at least one object',
      'none',
      'create constructs before you expect something of their app',
    );
  }
}

export function isInMesh(subject: unknown): subject is InMesh {
  return typeof subject === 'object' && subject !== null && 'mesh' in subject && 'manifests' in subject;
}

function isSame(some: readonly Manifests[], others: readonly Manifests[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}

/** Each part is made when it is first needed: most expectations are met, and need no reasons. */
class Snapshot implements Judge {
  private quick?: Simulator;
  private explaining?: Simulator;
  private known?: Names;

  constructor(
    readonly parts: readonly Manifests[],
    readonly settings: string,
    private readonly manifests: Manifests,
    private readonly mesh: object,
  ) {}

  get names(): Names {
    return (this.known ??= new Names(this.manifests));
  }

  decide(request: Request): Decision {
    this.quick ??= Simulator.from(this.manifests, { mesh: this.mesh, explain: false });
    return this.quick.decide(request);
  }

  explain(request: Request): Decision {
    this.explaining ??= Simulator.from(this.manifests, { mesh: this.mesh });
    return this.explaining.decide(request);
  }
}

const recent: Snapshot[] = [];
const KEPT = 16;
