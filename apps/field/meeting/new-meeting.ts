import { problemKindByCode } from '@thaiqm/catalogue/catalogue.ts'
import { agendaTitle } from '@thaiqm/contract/meeting/agenda-title.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import type { AgendaItemId } from '@thaiqm/core/ledger/identifiers.ts'
import { setAgenda } from '@thaiqm/core/meeting/agenda-order.ts'
import { carriedItems } from '@thaiqm/core/meeting/carried-items.ts'
import { type AgendaItemInput, type Meeting, type MeetingDetails, ofNoHousehold } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { needsOfHouseholds } from '@thaiqm/core/meeting/village-needs.ts'

const CONSIDERED = 4

/** Where a village meets; the record is in Thai whatever language the screen has. */
export const USUAL_PLACE = 'ศาลาประชาคมหมู่บ้าน'

export const villageMeetingTitle = (village: string): string => `ประชาคมหมู่บ้าน ${village}`.slice(0, 200)

/** A need by its kind: the village ranks it without a house or a name. */
export const needItem = (
  areaCode: string,
  title: string,
  itemId: string,
  rest: Partial<Pick<AgendaItemInput, 'kindCodes' | 'householdCount'>> = {},
): AgendaItemInput => ({
  itemId: itemId as AgendaItemId,
  kind: 'need-priority',
  section: CONSIDERED,
  title,
  ...ofNoHousehold,
  areaCode,
  ...rest,
})

/** The agenda of a village: what its earlier meetings left, and the needs of the households this phone holds. */
export const drawVillageAgenda = (
  areaCode: string,
  households: readonly Household[],
  earlier: readonly Meeting[],
  newId: () => string,
): AgendaItemInput[] => [
  ...carriedItems(earlier.filter(meeting => meeting.areaCode === areaCode)).map(
    ({ restricted: _restricted, ...item }): AgendaItemInput => ({ ...item, itemId: newId() as AgendaItemId }),
  ),
  ...needsOfHouseholds(households, problemKindByCode).map(({ kindCode, householdCount }) =>
    needItem(
      areaCode,
      agendaTitle('need-priority', {
        house: null,
        kindNames: [`${kindCode} ${problemKindByCode.get(kindCode)?.th ?? ''}`],
      }),
      newId(),
      { kindCodes: [kindCode], householdCount },
    ),
  ),
]

/** A village meeting begins at once: planned, with its agenda, and open. */
export const beginMeeting = (details: MeetingDetails, items: readonly AgendaItemInput[]): readonly MeetingCommand[] => [
  { type: 'PlanMeeting', input: details },
  { type: 'SetAgenda', input: { items: [...items], replaces: 0 } },
  { type: 'OpenMeeting', input: { startTime: details.startTime } },
]

/** A meeting planned before opens now: with what was drawn for it beside what its keepers had put on the agenda. */
export const openPlanned = (
  meeting: Pick<Meeting, 'agenda' | 'agendaRevision'>,
  drawn: readonly AgendaItemInput[],
  input: Extract<MeetingCommand, { type: 'OpenMeeting' }>['input'],
): readonly MeetingCommand[] => [
  ...(drawn.length === 0 ? [] : [setAgenda(meeting, [...meeting.agenda, ...drawn])]),
  { type: 'OpenMeeting', input },
]
