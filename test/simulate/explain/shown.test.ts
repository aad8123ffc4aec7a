import type { ObjectRef, Step } from '../../../lib/simulate/decision';
import { refName, shownSteps, type Shown } from '../../../lib/simulate/explain/shown';

const RULES: ObjectRef = {
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'reviews',
  file: 'shop.yaml',
  line: 12,
};

function step(verdict: Step['verdict'], text: string, more: Partial<Step> = {}): Step {
  return { stage: 'rule', verdict, text, steps: [], ...more };
}

/** `text [place]`, and what is in it. */
function drawn(shown: readonly Shown[]): readonly unknown[] {
  return shown.map((one) =>
    'omitted' in one
      ? one.omitted
      : [one.place === '' ? one.text : `${one.text} [${one.place}]`, ...drawn(one.steps)],
  );
}

describe('an explanation as it is shown', () => {
  it('says of each object where it is, once', () => {
    const steps = [
      step('chosen', 'it has rules', {
        object: RULES,
        steps: [
          step('rejected', 'the first is not it', { object: RULES, at: 'spec.http[0]' }),
          step('rejected', 'nor for its path', { object: RULES, at: 'spec.http[0]' }),
          step('chosen', 'spec.http[1] of VirtualService shop/reviews is', {
            object: RULES,
            at: 'spec.http[1]',
          }),
        ],
      }),
      step('noted', 'something else', {
        object: { kind: 'Gateway', name: 'main', line: 3, construct: 'a/b' },
      }),
      step('noted', 'back again', { object: RULES, at: 'spec.hosts' }),
    ];
    const lineOf = (_: ObjectRef, at: string) => (at === 'spec.http[1]' ? 20 : undefined);
    expect(drawn(shownSteps(steps, { lineOf }))).toEqual([
      [
        'it has rules [VirtualService shop/reviews, shop.yaml:12]',
        ['the first is not it [spec.http[0]]'],
        ['nor for its path'],
        ['spec.http[1] of VirtualService shop/reviews is [line 20]'],
      ],
      ['something else [Gateway main, line 3, construct a/b]'],
      ['back again [VirtualService shop/reviews, spec.hosts]'],
    ]);
  });

  it('counts the rest of many that were rejected one after another', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => step('rejected', `${i}`));
    const steps = [...many(6), step('chosen', 'between'), ...many(7)];
    const six = many(6).map(({ text }) => [text]);
    expect(drawn(shownSteps(steps))).toEqual([...six, ['between'], ...six.slice(0, 5), 2]);
    expect(shownSteps(steps, { all: true })).toHaveLength(14);
  });

  it('leaves stages out that nobody asks for, wherever they are', () => {
    const hidden = step('noted', 'hidden', { stage: 'listener' });
    const steps = [step('rejected', 'a'), hidden, step('chosen', 'b', { steps: [hidden] })];
    expect(drawn(shownSteps(steps, { hidden: ['listener'] }))).toEqual([['a'], ['b']]);
  });

  it('names objects with their namespace, if they have one', () => {
    expect(refName(RULES)).toBe('VirtualService shop/reviews');
    expect(refName({ kind: 'GatewayClass', name: 'istio' })).toBe('GatewayClass istio');
  });
});
