import type { Construct } from 'constructs';
import { Bookinfo } from '../apps/bookinfo';
import { BookinfoIngress } from '../apps/bookinfo-ingress';
import { Story } from '../support/story';

/** The bookshop with one door, and nothing said about its services: each call draws one of the three reviews. */
export class BookinfoStory extends Story {
  constructor(scope: Construct) {
    super(scope, 'bookinfo');
    new BookinfoIngress(this, 'ingress', new Bookinfo(this, 'app'));
  }
}
