import type { Household } from '@thaiqm/core/household/household.ts'
import { useEffect, useMemo, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import type { RefusalGiven } from '../platform/refusal-text.ts'
import { useLive } from '../platform/use-live.ts'
import { beginDraft, type Draft } from './draft.ts'
import { type DraftState, draftState } from './draft-state.ts'
import { draftStoreOf } from './draft-store.ts'
import { mayBeginSurvey } from './may-begin.ts'

export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void

export interface OpenSurvey {
  readonly household: Household
  readonly draft: Draft
  readonly state: DraftState
  readonly change: ChangeDraft
}

export type SurveyOpening =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-household' }
  | { readonly kind: 'refused'; readonly refusal: RefusalGiven; readonly household: Household }
  | ({ readonly kind: 'open' } & OpenSurvey)

/** The draft of a household, begun when there is none yet; every change is on disk before long. */
export const useSurvey = (householdId: string): SurveyOpening => {
  const { database, households, actor, clock, roundOf } = useFieldApp()
  const household = useLive(`document-${householdId}`, async () => (await households.find(householdId)) ?? null)
  const [draft, setDraft] = useState<Draft>()
  const [refusal, setRefusal] = useState<RefusalGiven>()
  const drafts = draftStoreOf(database)
  const round = household == null ? undefined : roundOf(household.areaCode)

  useEffect(() => {
    if (household == null || draft !== undefined) return
    const open = async () => {
      const known = await drafts.find(householdId)
      if (known !== undefined) return setDraft(known)
      const allowed = mayBeginSurvey(household, round, actor, clock.today())
      if (!allowed.ok) return setRefusal(allowed)
      const begun = beginDraft(household, allowed.value, clock.now(), () => crypto.randomUUID())
      await drafts.save(begun)
      setDraft(begun)
    }
    void open()
  }, [household, draft, drafts, householdId, round, actor, clock])

  const today = clock.today()
  const state = useMemo(
    () =>
      draft === undefined || household == null || round === undefined
        ? undefined
        : draftState(draft, { household, round, actor, today }),
    [draft, household, round, actor, today],
  )

  const change: ChangeDraft = given =>
    setDraft(known => {
      if (known === undefined) return known
      const next = { ...known, ...(typeof given === 'function' ? given(known) : given), lastChangedAt: clock.now() }
      void drafts.save(next)
      return next
    })

  if (household === null) return { kind: 'no-household' }
  if (household === undefined) return { kind: 'loading' }
  if (refusal !== undefined && draft === undefined) return { kind: 'refused', refusal, household }
  if (draft === undefined || round === undefined) return { kind: 'loading' }
  if (state === undefined) {
    return { kind: 'refused', refusal: { code: 'form-unknown', details: { version: draft.formVersion } }, household }
  }
  return { kind: 'open', household, draft, state, change }
}
