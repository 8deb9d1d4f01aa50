import { useQueryClient } from '@tanstack/react-query'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { decideHouseholdCommand, type HouseholdCommand } from '@thaiqm/core/household/household-command.ts'
import type { DecisionContext } from '@thaiqm/core/ledger/decision-context.ts'
import type { Outcome, Refusal, RefusalDetails } from '@thaiqm/core/ledger/outcome.ts'
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
  parkedTogether: {
    th: 'ยังไม่มีผลทั้งสองรายการที่ทำพร้อมกัน ระบบเก็บไว้ รอเจ้าหน้าที่พิจารณา',
    en: 'Neither half of this took effect. Both are kept, waiting for a person to look.',
  },
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
  /** The other half of the same deed, to another ledger: sent next after this one, and both stand or neither. */
  readonly also?: LedgerCommand | undefined
  /** Core's own decision, made here before anything is sent. */
  readonly decide: (context: DecisionContext) => Outcome<readonly unknown[], string>
}

/** A command to a household that this screen shows. */
export const householdCommand = (
  household: HouseholdView,
  command: HouseholdCommand,
  also?: LedgerCommand,
): LedgerCommand => ({
  also,
  ledgerKind: 'household',
  ledgerId: household.id,
  version: household.version,
  type: command.type,
  input: command.input,
  decide: context => decideHouseholdCommand(household, command, context),
})

/** What core says of a command and of the other half of the same deed, if it has one: the first refusal, or the facts of both. */
export const decideWhole = (command: LedgerCommand, context: DecisionContext): ReturnType<LedgerCommand['decide']> => {
  const decided = command.decide(context)
  if (!decided.ok || command.also === undefined) return decided
  const other = decideWhole(command.also, context)
  return other.ok ? { ok: true, value: [...decided.value, ...other.value] } : other
}

const outgoing = ({ ledgerKind, ledgerId, type, input, version }: LedgerCommand) => ({
  ledgerKind,
  ledgerId,
  type,
  input,
  basedOnVersion: version,
})

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
  const { personId } = context.actor

  const refused = ({ code, details }: Refusal): CommandResult => ({
    ok: false,
    code,
    details,
    sentence: refusalText({ code, details }, language),
  })

  /** Sends what was put into the outbox and says what became of it, by the receipt that says the most. */
  const send = async (
    put: () => Promise<readonly string[]>,
    tellingOf: (receipts: readonly (Receipt | null)[]) => Receipt | null,
  ): Promise<CommandResult> => {
    setGiving(true)
    try {
      const ids = await put()
      const sent = await flushOutbox(personId)
      if (!sent.ok) {
        showToast({ title: say.waiting, description: failureText(sent.failure, language), tone: 'warning' })
        return { ok: true, outcome: 'waiting', receipt: null }
      }
      const receipt = tellingOf(await Promise.all(ids.map(id => findReceipt(personId, id))))
      const number = receipt === null ? undefined : say.receipt(String(receipt.receiptNumber))
      await client.invalidateQueries()
      if (receipt?.outcome === 'parked') {
        const why = receipt.refusal === null ? '' : refusalText(receipt.refusal, language)
        const title = ids.length > 1 ? say.parkedTogether : say.parked
        showToast({ title, description: [why, number].filter(Boolean).join(' · '), tone: 'warning' })
        return { ok: true, outcome: 'parked', receipt }
      }
      showToast({ title: say.done, description: number, tone: 'good' })
      return { ok: true, outcome: 'applied', receipt }
    } finally {
      setGiving(false)
    }
  }

  const give = async (command: LedgerCommand): Promise<CommandResult> => {
    const decided = decideWhole(command, context)
    if (!decided.ok) return refused(decided)
    if (decided.value.length === 0) {
      showToast({ title: say.already, tone: 'info' })
      return { ok: true, outcome: 'nothing-to-do', receipt: null }
    }
    if (command.also !== undefined) return giveTogether([command, command.also])
    return send(
      async () => [await putCommand(personId, outgoing(command))],
      ([receipt = null]) => receipt,
    )
  }

  /** The two halves of one deed, sent next to each other: both stand or neither; a refusal here sends nothing. */
  const giveTogether = async (commands: readonly LedgerCommand[]): Promise<CommandResult> => {
    for (const { decide } of commands) {
      const decided = decide(context)
      if (!decided.ok) return refused(decided)
    }
    // Of two halves the one that was refused by itself says why.
    return send(
      () => putTogether(personId, commands.map(outgoing)),
      receipts => {
        const parked = receipts.filter(one => one?.outcome === 'parked')
        return parked.find(one => one?.refusal?.code !== 'companion-refused') ?? parked[0] ?? receipts[0] ?? null
      },
    )
  }

  /**
   * Many commands in one go, answered in their order: each is judged here, what core accepts is sent together. Nothing is
   * shown: whoever gives many shows beside each what became of it.
   */
  const giveMany = async (commands: readonly LedgerCommand[]): Promise<readonly CommandResult[]> => {
    setGiving(true)
    try {
      const put: (CommandResult | { readonly commandId: string })[] = []
      for (const command of commands) {
        const decided = command.decide(context)
        if (!decided.ok) put.push(refused(decided))
        else if (decided.value.length === 0) put.push({ ok: true, outcome: 'nothing-to-do', receipt: null })
        else put.push({ commandId: await putCommand(personId, outgoing(command)) })
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

  const giveToHousehold = (household: HouseholdView, command: HouseholdCommand): Promise<CommandResult> =>
    give(householdCommand(household, command))

  return { give, giveMany, giveTogether, giveToHousehold, isGiving }
}
