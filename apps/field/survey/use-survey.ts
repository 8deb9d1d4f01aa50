import type { Household } from '@thaiqm/core/household/household.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useFieldApp } from '../platform/field-app.tsx'
import type { RefusalGiven } from '../platform/refusal-text.ts'
import { useLive } from '../platform/use-live.ts'
import { beginDraft, type Draft } from './draft.ts'
import { type DraftState, draftState } from './draft-state.ts'
import type { OpenDraft } from './draft-store.ts'
import { mayBeginSurvey } from './may-begin.ts'

export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void

export interface OpenSurvey {
  readonly household: Household
  readonly draft: Draft
  readonly state: DraftState
  readonly change: ChangeDraft
  /** The last answer could not be written: the phone has no room left. */
  readonly isUnsaved: boolean
}

export type SurveyOpening =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-household' }
  | { readonly kind: 'refused'; readonly refusal: RefusalGiven; readonly household: Household }
  | ({ readonly kind: 'open' } & OpenSurvey)

/**
 * The draft of a household, begun when there is none yet; every change is on disk before long. A form goes on in the
 * version it was begun in, and also when its household is not on this phone any more.
 */
export const useSurvey = (householdId: string): SurveyOpening => {
  const { households, drafts, judge, actor, clock, roundOf } = useFieldApp()
  const held = useLive(`document-${householdId}`, async () => (await households.find(householdId)) ?? null)
  const [open, setOpen] = useState<OpenDraft>()
  const [refusal, setRefusal] = useState<RefusalGiven>()
  const [isUnsaved, setUnsaved] = useState(false)
  const [isNowhere, setNowhere] = useState(false)
  const household = held ?? open?.household ?? undefined
  const draft = open?.draft
  // A form goes on in the round it was begun in, also when another has opened since.
  const begunIn = judge.rounds.find(known => known.id === draft?.roundId)
  const round = begunIn ?? (household === undefined ? undefined : roundOf(household.areaCode))

  const save = useCallback(
    (next: OpenDraft) =>
      void drafts.save(next).then(
        () => setUnsaved(false),
        () => setUnsaved(true),
      ),
    [drafts],
  )

  useEffect(() => {
    if (held === undefined || open !== undefined) return
    const begin = async () => {
      const known = await drafts.findFor(householdId)
      if (known !== undefined) {
        const next = { ...known, household: held ?? known.household, areaCode: held?.areaCode ?? known.areaCode }
        if (next.areaCode !== known.areaCode || known.household === null) save(next)
        return setOpen(next)
      }
      if (held === null) return setNowhere(true)
      const allowed = mayBeginSurvey(held, round, actor, clock.today())
      if (!allowed.ok) return setRefusal(allowed)
      const begun = {
        ...beginDraft(held, allowed.value, clock.now(), () => crypto.randomUUID()),
        basedOnVersion: await households.baseVersion(householdId),
      }
      const next = { draft: begun, areaCode: held.areaCode, household: held }
      save(next)
      setOpen(next)
    }
    void begin()
  }, [held, open, drafts, households, save, householdId, round, actor, clock])

  const today = clock.today()
  const state = useMemo(
    () =>
      draft === undefined || household === undefined || round === undefined
        ? undefined
        : draftState(draft, { household, round, actor, today }),
    [draft, household, round, actor, today],
  )

  const change: ChangeDraft = given =>
    setOpen(known => {
      if (known === undefined) return known
      const { draft: before } = known
      const changed = {
        ...before,
        ...(typeof given === 'function' ? given(before) : given),
        lastChangedAt: clock.now(),
      }
      const next = { ...known, draft: changed }
      save(next)
      return next
    })

  if (isNowhere && open === undefined) return { kind: 'no-household' }
  if (household === undefined) return { kind: 'loading' }
  if (refusal !== undefined && draft === undefined) return { kind: 'refused', refusal, household }
  if (draft === undefined || round === undefined) return { kind: 'loading' }
  if (state === undefined) {
    return { kind: 'refused', refusal: { code: 'form-unknown', details: { version: draft.formVersion } }, household }
  }
  return { kind: 'open', household, draft, state, change, isUnsaved }
}
