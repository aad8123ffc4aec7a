import type { ManifestInput } from '../manifest/load';
import { render } from '../review/render/render';
import { review } from '../review/review';
import { fail } from '../values/check';
import { judgeOf, type InMesh } from './subject/subject';

/**
 * What a configuration does to traffic, as plain text: one statement a line, so that a snapshot of it shows what changes.
 *
 * `expect(reviewOf(app)).toMatchInlineSnapshot()`, and with two: what the second one does differently.
 *
 * @param subject an App, a Chart, YAML text, the path of a folder or file, objects, or a list of these; or `inMesh(...)`
 */
export function reviewOf(subject: ManifestInput | InMesh, after?: ManifestInput | InMesh): string {
  const { manifests, mesh } = readSubject(subject);
  if (after === undefined) return render(review(manifests, undefined, { mesh }), 'text');
  return render(review(manifests, readSubject(after).manifests, { mesh }), 'text');
}

/** @throws as expectations do, if there is nothing to review */
export function readSubject(subject: unknown): InMesh {
  if (typeof subject === 'object' && subject !== null && 'decide' in subject) {
    fail(
      'what is reviewed',
      'an App, a Chart, YAML text, the path of a folder or file, objects, or a list of these',
      subject,
      'give what the Simulator was made from',
    );
  }
  judgeOf(subject);
  return isInMesh(subject) ? subject : { manifests: subject as ManifestInput, mesh: {} };
}

function isInMesh(subject: unknown): subject is InMesh {
  return typeof subject === 'object' && subject !== null && 'mesh' in subject && 'manifests' in subject;
}
