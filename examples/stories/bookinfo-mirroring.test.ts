import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoMirroring } from './bookinfo-mirroring';

describe('bookinfo-mirroring', () => {
  const told = tell((app) => new BookinfoMirroring(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const call = from('bookinfo-mirroring/productpage').get('http://reviews:9080/reviews/0');

  it('has v1 answer all calls and copies half of them to v2', () => {
    expect(told.app).toRoute(call, { 'reviews v1': 100 });
    expect(told.app).toMirror(call, { 'reviews v2': 50 });
  });

  it('copies nothing else', () => {
    expect(told.app).not.toMirror(from(gateway()).get('http://bookinfo.example.com/productpage'));
  });
});
