import type { Meeting } from '@thaiqm/core/meeting/meeting.ts'
import type { MeetingCommand } from '@thaiqm/core/meeting/meeting-command.ts'
import { FormDialog, type FormDialogProps } from '@thaiqm/ui/dialog.tsx'
import { type ReactNode, useState } from 'react'
import { useMeetingPerform } from './use-meeting-perform.ts'

interface MeetingDialogProps
  extends Pick<FormDialogProps, 'title' | 'confirmLabel' | 'cancelLabel' | 'isDangerous' | 'onClose'> {
  readonly meeting: Meeting
  /** Null while something it cannot do without is missing: the fields say so once it was tried. */
  readonly command: MeetingCommand | null
  readonly children: (isTried: boolean) => ReactNode
}

/** A dialog that gives one command to a meeting, and closes when it is made. */
export const MeetingDialog = ({ meeting, command, onClose, children, ...form }: MeetingDialogProps) => {
  const { perform, isPending, refusal } = useMeetingPerform()
  const [isTried, setTried] = useState(false)
  const confirm = async () => {
    setTried(true)
    if (command !== null && (await perform(meeting.id, meeting, command))) onClose()
  }
  return (
    <FormDialog
      {...form}
      onClose={onClose}
      onConfirm={() => void confirm()}
      isPending={isPending}
      error={refusal?.text}
    >
      {children(isTried)}
    </FormDialog>
  )
}
