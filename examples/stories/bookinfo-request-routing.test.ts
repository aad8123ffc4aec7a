import { from, gateway } from 'cdk8s-mesh/jest';
import { tell } from '../support/tell';
import { BookinfoRequestRouting } from './bookinfo-request-routing';

describe('bookinfo-request-routing', () => {
  const told = tell((app) => new BookinfoRequestRouting(app));

  it('is what dist/ holds: npm run synth refreshes it', () => expect(told.files).toEqual(told.committed));

  const page = from('bookinfo-request-routing/productpage');

  it.each([
    ['the user jason', { 'end-user': 'jason' }, 'v2'],
    ['the tenant beta', { 'x-tenant': 'beta' }, 'v2'],
    ['somebody called almost like jason', { 'end-user': 'jason2' }, 'v1'],
    ['everybody else', {}, 'v1'],
  ])('sends %s to the right reviews', (_, headers, version) => {
    const call = page.get('http://reviews:9080/reviews/0', { headers });
    expect(told.app).toRoute(call, { [`reviews ${version}`]: 100 });
    expect(told.app).not.toTimeOut(call);
  });

  it('holds for clients in other namespaces', () => {
    const client = from({ namespace: 'other', labels: { app: 'curl' } });
    const call = client.get('http://reviews.bookinfo-request-routing:9080/reviews/0');
    expect(told.app).toRoute(call, { 'reviews v1': 100 });
  });

  it.each(['productpage', 'details', 'ratings'])('sends all calls of %s to v1', (service) => {
    expect(told.app).toRoute(page.get(`http://${service}:9080/`), { [`${service} v1`]: 100 });
  });

  it('holds at the door, too', () => {
    const visit = from(gateway()).get('http://bookinfo.example.com/productpage');
    expect(told.app).toRoute(visit, { 'productpage v1': 100 });
  });
});
