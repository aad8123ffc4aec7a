import { Progress } from '../../lib/cli/progress';

function progressOn(isTerminal: boolean): { progress: Progress; written: string[] } {
  const written: string[] = [];
  return { progress: new Progress({ isTerminal, write: (text) => written.push(text) }), written };
}

describe('progress', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is shown when it takes long, and vanishes', () => {
    const { progress, written } = progressOn(true);
    progress.say('reading 1 of 2');
    jest.advanceTimersByTime(1000);
    progress.say('reading 2 of 2');
    progress.done();
    progress.done();
    expect(written).toEqual(['\r\u001b[Kreading 2 of 2 …', '\r\u001b[K']);
  });

  it('is not written to a log', () => {
    const { progress, written } = progressOn(false);
    jest.advanceTimersByTime(1000);
    progress.say('reading');
    progress.done();
    expect(written).toEqual([]);
  });

  it('says what is waited for', async () => {
    const { progress, written } = progressOn(true);
    const waited = progress.during(
      'waiting',
      new Promise((resolve) => setTimeout(() => resolve('done'), 2000)),
    );
    await jest.advanceTimersByTimeAsync(2000);
    expect(await waited).toBe('done');
    expect(written).toEqual(['\r\u001b[Kwaiting …']);
  });
});
