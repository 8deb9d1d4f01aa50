import type { Actor } from '@thaiqm/core/access/actor.ts'
import { people } from '@thaiqm/testing/people.ts'

const { districtChief, districtOfficer, tambonOfficer, healthAgency, templeContact } = people

/** Who sits at desks where hardships are solved. */
export const deskPeople: readonly Actor[] = [districtChief, districtOfficer, tambonOfficer, healthAgency, templeContact]
