import {
  compiledQuestionnaire,
  missedReasons,
  problemKindByCode,
  problemKinds,
  relations,
  reXrayVerdicts,
} from '@thaiqm/catalogue/catalogue.ts'
import { mayCommand } from '@thaiqm/core/access/permission.ts'
import type { Conflict, Side } from '@thaiqm/core/conflict/conflict.ts'
import { openConflicts } from '@thaiqm/core/conflict/open-conflicts.ts'
import { type ToldConflict, tellConflict } from '@thaiqm/core/conflict/tell-conflict.ts'
import type { Household } from '@thaiqm/core/household/household.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useFieldApp } from '../platform/field-app.tsx'

const words = defineWords({
  me: { th: 'ท่าน', en: 'You' },
  earlier: { th: 'ข้อมูลเดิมในระบบ', en: 'As it was recorded before' },
})

export interface ShownConflict extends ToldConflict {
  readonly conflict: Conflict
  /** Who said it and when. */
  readonly byStanding: string
  readonly byOther: string
}

/** A household’s open conflicts in words; none for somebody who may not settle them. */
export const useToldConflicts = (household: Household): readonly ShownConflict[] => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor } = useFieldApp()
  if (!mayCommand(actor, 'SettleConflict')) return []
  const nameIn = (codes: readonly { readonly code: string; readonly th: string; readonly en: string }[]) => {
    return (code: string) => codes.find(c => c.code === code)?.[language] ?? code
  }
  const names = {
    kind: (code: string) => problemKindByCode.get(code)?.[language] ?? code,
    verdict: nameIn(reXrayVerdicts),
    cause: nameIn(problemKinds.flatMap(kind => kind.causes)),
    missedReason: nameIn(missedReasons),
    relation: nameIn(relations),
  }
  const hand = ({ by, at, name }: Side): string => {
    const who = by === actor.personId ? said.me : (name ?? said.earlier)
    return at === null ? who : `${who} · ${formatInstant(at, { language })}`
  }
  return openConflicts(household).map(conflict => ({
    ...tellConflict(conflict, { household, findForm: compiledQuestionnaire, names, language }),
    conflict,
    byStanding: hand(conflict.standing),
    byOther: hand(conflict.other),
  }))
}
