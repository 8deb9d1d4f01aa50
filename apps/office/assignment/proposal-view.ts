import type { AssignmentProposalReply } from '@thaiqm/contract/assignment/assignment-routes.ts'
import type { AssignmentPins } from '@thaiqm/core/assignment/assignment.ts'

/** What every view of a proposal is given: what was proposed, what people decided since, and how to decide. */
export interface ProposalViewProps {
  readonly proposal: AssignmentProposalReply
  readonly pins: AssignmentPins
  readonly onPins: (pins: AssignmentPins) => void
}
