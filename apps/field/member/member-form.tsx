import { relations, titles } from '@thaiqm/catalogue/catalogue.ts'
import type { IdKind, Member } from '@thaiqm/core/member/member.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { Checkbox, RadioGroup, YesNo } from '@thaiqm/ui/choice-group.tsx'
import { Dialog } from '@thaiqm/ui/dialog.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { PartialDateField } from '@thaiqm/ui/partial-date-field.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { birthOf, checkNumber, HEAD, memberLacks, partialOf, withNumber } from './member-entry.ts'
import { memberWords } from './member-words.ts'

const KINDS_WITHOUT_NUMBER: readonly IdKind[] = ['UNKNOWN', 'NONE', 'CAT0', 'CAT6', 'CAT7', 'MIGRANT_00', 'SCHOOL_G']

/** The 13-digit number with its check as it is typed; no number is as good an answer as one. */
const NumberEntry = ({
  typed,
  kindWithout,
  onType,
  onKind,
}: {
  readonly typed: string
  readonly kindWithout: IdKind
  readonly onType: (text: string) => void
  readonly onKind: (kind: IdKind) => void
}) => {
  const said = useWords(memberWords)
  const check = checkNumber(typed)
  const notice = {
    none: null,
    unfinished: check.kind === 'unfinished' ? <p className="fd-muted">{said.unfinished(check.digits)}</p> : null,
    valid: check.kind === 'valid' ? <Notice tone="good">{said.valid(said[check.idKind])}</Notice> : null,
    'to-check':
      check.kind === 'to-check' ? (
        <Notice tone="warning" title={said[check.why]} isLive>
          {said.keptToCheck}
        </Notice>
      ) : null,
  }[check.kind]
  return (
    <>
      <TextField
        label={said.number}
        hint={said.numberHint}
        value={typed}
        onChange={text => onType(text.slice(0, 20))}
        inputMode="numeric"
        autoComplete="off"
      />
      {notice}
      {check.kind === 'none' && (
        <RadioGroup
          label={said.kindWithout}
          value={kindWithout}
          onChange={onKind}
          choices={KINDS_WITHOUT_NUMBER.map(value => ({ value, label: said[value] }))}
        />
      )}
    </>
  )
}

export interface MemberFormProps {
  readonly member: Member
  readonly isNew: boolean
  readonly onSave: (member: Member) => void
  readonly onClose: () => void
}

/** One person of the household, on a sheet of its own. */
export const MemberForm = ({ member: given, isNew, onSave, onClose }: MemberFormProps) => {
  const said = useWords(memberWords)
  const { language } = useLanguage()
  const [member, setMember] = useState(given)
  const [typed, setTyped] = useState(given.nationalNumber ?? '')
  const [kindWithout, setKindWithout] = useState<IdKind>(
    given.numberStatus === 'none' && given.idKind !== 'THAI_NID' ? given.idKind : 'UNKNOWN',
  )
  const [isTried, setTried] = useState(false)
  const set = (patch: Partial<Member>) => setMember(known => ({ ...known, ...patch }))
  const lacks = isTried ? memberLacks(member) : []
  const chooseTitle = (th: string) => {
    const sex = titles.find(title => title.th === th)?.sex ?? null
    set({ title: th === 'อื่น ๆ' ? '' : th, ...(sex === null ? {} : { sex }) })
  }
  const save = () => {
    setTried(true)
    if (memberLacks(member).length > 0) return
    onSave(withNumber(member, typed, kindWithout))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNew ? said.add : said.edit}
      look="drawer"
      size="large"
      actions={
        <>
          <Button kind="primary" onPress={save}>
            {said.save}
          </Button>
          <Button onPress={onClose}>{said.cancel}</Button>
        </>
      }
    >
      <FieldStack>
        <Select
          label={said.titleOfName}
          value={titles.some(title => title.th === member.title) ? member.title : null}
          onChange={chooseTitle}
          options={titles.map(title => ({ value: title.th, label: language === 'th' ? title.th : title.en }))}
        />
        <TextField
          label={said.firstName}
          isRequired
          error={lacks.includes('firstName') ? said.needFirstName : undefined}
          value={member.firstName}
          onChange={firstName => set({ firstName: firstName.slice(0, 120) })}
        />
        <TextField
          label={said.lastName}
          value={member.lastName}
          onChange={lastName => set({ lastName: lastName.slice(0, 120) })}
        />
        <RadioGroup
          label={said.sex}
          isRequired
          error={lacks.includes('sex') ? said.needSex : undefined}
          layout="inline"
          value={member.sex}
          onChange={sex => set({ sex })}
          choices={[
            { value: 'male', label: said.male },
            { value: 'female', label: said.female },
          ]}
        />
        <PartialDateField
          label={said.birth}
          hint={said.birthHint}
          value={partialOf(member.birth)}
          onChange={partial => set({ birth: birthOf(partial) })}
        />
        <Select
          label={said.relation}
          isRequired
          error={lacks.includes('relation') ? said.needRelation : undefined}
          value={member.relation === '' ? null : member.relation}
          onChange={relation => set({ relation, isHead: member.isHead || relation === HEAD })}
          options={[
            ...relations.map(r => ({ value: r.code, label: language === 'th' ? r.th : r.en })),
            ...(member.relation === '' || relations.some(r => r.code === member.relation)
              ? []
              : [{ value: member.relation, label: member.relation }]),
          ]}
        />
        <Checkbox isSelected={member.isHead} onChange={isHead => set({ isHead })}>
          {said.isHead}
        </Checkbox>
        <NumberEntry typed={typed} kindWithout={kindWithout} onType={setTyped} onKind={setKindWithout} />
        <YesNo label={said.isThai} value={member.isThai} onChange={isThai => set({ isThai: isThai === true })} />
        <RadioGroup
          label={said.residence}
          value={member.residence}
          onChange={residence => set({ residence })}
          choices={(['resident', 'away', 'dead', 'moved'] as const).map(value => ({ value, label: said[value] }))}
        />
      </FieldStack>
    </Dialog>
  )
}
