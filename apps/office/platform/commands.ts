import { useQueryClient } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { Outcome, RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
import type { LedgerKind, Receipt } from '@thaiqm/core/sync/command-envelope.ts'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { showToast } from '@thaiqm/ui/toast.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import { useState } from 'react'
import { findReceipt, flushOutbox, putCommand, putTogether } from './outbox.ts'
import { failureText, refusalText } from './refusal-text.ts'
import { useDecisionContext } from './session.tsx'

const words = defineWords({
  done: { th: 'บันทึกแล้ว', en: 'Saved' },
  receipt: { th: (number: string) => `เลขรับที่ ${number}`, en: number => `Receipt ${number}` },
  already: { th: 'ไม่มีสิ่งใดต้องเปลี่ยนแปลง', en: 'Nothing had to change' },
  parked: { th: 'ระบบเก็บรายการไว้ รอเจ้าหน้าที่พิจารณา', en: 'Kept, waiting for a person to look' },
  waiting: { th: 'เก็บไว้ในเครื่องนี้แล้ว ยังไม่ได้ส่ง', en: 'Kept on this computer, not sent yet' },
})

/** What became of a command: sent and applied, kept for a person, still in the outbox; or refused before it was sent. */
export type CommandResult =
  | {
      readonly ok: true
      readonly outcome: 'applied' | 'parked' | 'waiting' | 'nothing-to-do'
      readonly receipt: Receipt | null
    }
  | { readonly ok: false; readonly code: string; readonly details: RefusalDetails; readonly sentence: string }

export interface LedgerCommand {
  readonly ledgerKind: LedgerKind
  readonly ledgerId: string
  /** The version the person saw; null when the ledger is new. */
  readonly version: number | null
  readonly type: string
  readonly input: unknown
  /** What is written down in the same act: sent in the same push, after this one. */
  readonly also?: readonly Omit<LedgerCommand, 'decide' | 'also'>[]
  /** Core's own decision, made here before anything is sent. */
  readonly decide: (context: DecisionContext) => Outcome<readonly unknown[], string>
}

/**
 * The one way to write: core decides here with the server's own rules; only what it accepts goes into the outbox and
 * from there to the server. A refusal comes back with its sentence, to be shown beside the field or in a Notice.
 */
export const useCommand = () => {
  const context = useDecisionContext()
  const client = useQueryClient()
  const { language } = useLanguage()
  const say = useWords(words)
  const [isGiving, setGiving] = useState(false)

  const give = async (command: LedgerCommand): Promise<CommandResult> => {
    const decided = command.decide(context)
    if (!decided.ok) {
      return { ok: false, code: decided.code, details: decided.details, sentence: refusalText(decided, language) }
    }
    if (decided.value.length === 0) {
      showToast({ title: say.already, tone: 'info' })
      return { ok: true, outcome: 'nothing-to-do', receipt: null }
    }
    setGiving(true)
    try {
      const { ledgerKind, ledgerId, version, type, input } = command
      const personId = context.actor.personId
      const commandId = await putCommand(personId, { ledgerKind, ledgerId, type, input, basedOnVersion: version })
      for (const other of command.also ?? [])
        await putCommand(personId, {
          ledgerKind: other.ledgerKind,
          ledgerId: other.ledgerId,
          type: other.type,
          input: other.input,
          basedOnVersion: other.version,
        })
      const sent = await flushOutbox(personId)
      if (!sent.ok) {
        showToast({ title: say.waiting, description: failureText(sent.failure, language), tone: 'warning' })
        return { ok: true, outcome: 'waiting', receipt: null }
      }
      const receipt = await findReceipt(personId, commandId)
      const number = receipt === null ? undefined : say.receipt(String(receipt.receiptNumber))
      await client.invalidateQueries()
      if (receipt?.outcome === 'parked') {
        const why = receipt.refusal === null ? '' : refusalText(receipt.refusal, language)
        showToast({ title: say.parked, description: [why, number].filter(Boolean).join(' · '), tone: 'warning' })
        return { ok: true, outcome: 'parked', receipt }
      }
      showToast({ title: say.done, description: number, tone: 'good' })
      return { ok: true, outcome: 'applied', receipt }
    } finally {
      setGiving(false)
    }
  }

  /** The two halves of one deed, sent next to each other: both stand or neither; a refusal here sends nothing. */
  const giveTogether = async (commands: readonly LedgerCommand[]): Promise<CommandResult> => {
    for (const { decide } of commands) {
      const decided = decide(context)
      if (decided.ok) continue
      return { ok: false, code: decided.code, details: decided.details, sentence: refusalText(decided, language) }
    }
    setGiving(true)
    try {
      const { personId } = context.actor
      const outgoing = commands.map(({ ledgerKind, ledgerId, version, type, input }) => ({
        ledgerKind,
        ledgerId,
        type,
        input,
        basedOnVersion: version,
      }))
      const ids = await putTogether(personId, outgoing)
      const sent = await flushOutbox(personId)
      if (!sent.ok) {
        showToast({ title: say.waiting, description: failureText(sent.failure, language), tone: 'warning' })
        return { ok: true, outcome: 'waiting', receipt: null }
      }
      const receipts = await Promise.all(ids.map(id => findReceipt(personId, id)))
      await client.invalidateQueries()
      const parked = receipts.filter(one => one?.outcome === 'parked')
      // Of two halves the one that was refused by itself says why.
      const receipt = parked.find(one => one?.refusal?.code !== 'companion-refused') ?? parked[0] ?? receipts[0] ?? null
      const number = receipt === null ? '' : say.receipt(String(receipt.receiptNumber))
      if (receipt?.outcome === 'parked') {
        const why = receipt.refusal === null ? '' : refusalText(receipt.refusal, language)
        showToast({ title: say.parked, description: [why, number].filter(Boolean).join(' · '), tone: 'warning' })
        return { ok: true, outcome: 'parked', receipt }
      }
      showToast({ title: say.done, description: number, tone: 'good' })
      return { ok: true, outcome: 'applied', receipt }
    } finally {
      setGiving(false)
    }
  }

  /**
   * Many commands in one go, answered in their order: each is judged here, what core accepts is sent together. Nothing is
   * shown: whoever gives many shows beside each what became of it.
   */
  const giveMany = async (commands: readonly LedgerCommand[]): Promise<readonly CommandResult[]> => {
    setGiving(true)
    try {
      const { personId } = context.actor
      const put: (CommandResult | { readonly commandId: string })[] = []
      for (const { decide, ledgerKind, ledgerId, version, type, input } of commands) {
        const decided = decide(context)
        if (!decided.ok) {
          const { code, details } = decided
          put.push({ ok: false, code, details, sentence: refusalText(decided, language) })
        } else if (decided.value.length === 0) put.push({ ok: true, outcome: 'nothing-to-do', receipt: null })
        else
          put.push({
            commandId: await putCommand(personId, { ledgerKind, ledgerId, type, input, basedOnVersion: version }),
          })
      }
      await flushOutbox(personId)
      return await Promise.all(
        put.map(async (one): Promise<CommandResult> => {
          if ('ok' in one) return one
          const receipt = await findReceipt(personId, one.commandId)
          if (receipt === null) return { ok: true, outcome: 'waiting', receipt }
          return { ok: true, outcome: receipt.outcome === 'parked' ? 'parked' : 'applied', receipt }
        }),
      )
    } finally {
      setGiving(false)
    }
  }

  /** A command to a household that this screen shows. */
  const giveToHousehold = (
    household: HouseholdView,
    command: HouseholdCommand,
    also: LedgerCommand['also'] = [],
  ): Promise<CommandResult> =>
    give({
      also,
      ledgerKind: 'household',
      ledgerId: household.id,
      version: household.version,
      type: command.type,
      input: command.input,
      decide: decisionContext => decideHouseholdCommand(household, command, decisionContext),
    })

  /** What core would say, without sending anything: for showing a refusal while the form is still being filled in. */
  const judge = (household: HouseholdView, command: HouseholdCommand): string | null => {
    const decided = decideHouseholdCommand(household, command, context)
    return decided.ok ? null : refusalText(decided, language)
  }

  return { give, giveMany, giveTogether, giveToHousehold, judge, isGiving }
}
