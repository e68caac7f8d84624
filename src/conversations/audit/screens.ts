import type { Screens } from '../dialogs/screen.ts';
import { auditScreen, auditVerifyScreen } from './audit.ts';
import {
  auditActivitiesScreen,
  auditCutsScreen,
  auditDaysScreen,
  auditFilterScreen,
  auditPeopleScreen,
} from './filters.ts';

/** The audit's screens by the names their buttons carry. */
export const auditScreens = {
  audit: auditScreen,
  auditverify: auditVerifyScreen,
  auditfilter: auditFilterScreen,
  auditpeople: auditPeopleScreen,
  auditacts: auditActivitiesScreen,
  auditcuts: auditCutsScreen,
  auditdays: auditDaysScreen,
} satisfies Partial<Screens>;
