import { findExpect } from './find-expect';
import * as matchers from './matchers';

findExpect()?.extend(matchers);
