import { formatPath, type Complaint } from '../finding';
import { misnamed } from './edits';
import { UNKNOWN_FIELD, type Kind } from './kinds';
import { similar } from './similar';

export interface Violation extends Complaint {
  readonly kind: Kind;
}

/** Collects what is wrong while somebody walks through an object, and knows where they are. */
export class Report {
  readonly violations: Violation[] = [];
  readonly path: (string | number)[] = [];
  /** How many checks were made: of several alternatives that all fail, the API server explains the one with most. */
  checks = 0;
  private failures = 0;
  private trials = 0;

  /** `must` continues the path: `spec.hosts must be …, got …`. */
  add(kind: Kind, must: string, more: Partial<Complaint> = {}): void {
    this.failures++;
    if (this.trials > 0) return;
    const path = [...this.path];
    this.violations.push({ kind, path, message: `${formatPath(path) || 'the object'} ${must}`, ...more });
  }

  /** The same about a field below. */
  addBelow(field: string | number, kind: Kind, must: string, more?: Partial<Complaint>): void {
    this.path.push(field);
    this.add(kind, must, more);
    this.path.pop();
  }

  /** A field that is not one of those that there are. */
  addUnknown(name: string, known: readonly string[]): void {
    // Nobody reads the advice for the hundredth one, and finding it takes time.
    const meant = this.violations.length < 100 ? similar(name, known) : undefined;
    const edits = meant === undefined ? undefined : misnamed([...this.path, name], known);
    const advice = meant === undefined ? '' : `; did you mean ${meant}?`;
    this.addBelow(name, UNKNOWN_FIELD, `must not be there, got a field that the API does not have${advice}`, {
      ...(meant !== undefined && { fix: `Write ${meant} instead of ${name}.` }),
      ...(edits && { edits }),
    });
  }

  /** What would be wrong, without saying so. */
  attempt(walk: () => void): { readonly isValid: boolean; readonly checks: number } {
    const { failures, checks } = this;
    this.trials++;
    walk();
    this.trials--;
    const attempt = { isValid: this.failures === failures, checks: this.checks - checks };
    this.failures = failures;
    this.checks = checks;
    return attempt;
  }
}
