import { Fault, FaultInjection, Percent } from 'cdk8s-mesh';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { BookinfoRequestRouting, JASON } from './bookinfo-request-routing';

/** On top of the request routing: the ratings that jason's page asks for come 7 s late, or not at all. */
export class BookinfoFaultInjection extends BookinfoRequestRouting {
  public static delay(scope: Construct): BookinfoFaultInjection {
    const late = Fault.delay(Duration.seconds(7), Percent.of(100));
    return new BookinfoFaultInjection(scope, 'bookinfo-fault-injection-delay', late);
  }

  public static abort(scope: Construct): BookinfoFaultInjection {
    const broken = Fault.abort(500, Percent.of(100));
    return new BookinfoFaultInjection(scope, 'bookinfo-fault-injection-abort', broken);
  }

  private constructor(scope: Construct, name: string, fault: Fault) {
    super(scope, name);
    new FaultInjection(this, 'ratings-drill', { service: this.bookinfo.ratings, match: [JASON], fault });
  }
}
