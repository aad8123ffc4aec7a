import { UsageError } from './usage-error';

/** What is said about a question that makes no sense is for whoever asked; all else is a bug. */
export function about<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new UsageError(error.message) : error;
  }
}
