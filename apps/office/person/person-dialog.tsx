import type { PersonRow } from '@thaiqm/contract/person/person-routes.ts'
import type { PostId } from '@thaiqm/core/ledger/identifiers.ts'
import { decidePersonCommand } from '@thaiqm/core/person/person-command.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { newId } from '../platform/new-id.ts'
import {
  draftOfPerson,
  emptyPost,
  gapsOfPerson,
  ledgerOfPerson,
  newPerson,
  type PersonDraft,
  personCommand,
} from './person-draft.ts'
import { PostFields } from './post-fields.tsx'
import './person.css'

const words = defineWords({
  add: { th: 'เพิ่มผู้ใช้งาน', en: 'Add a person' },
  change: { th: 'แก้ไขผู้ใช้งาน', en: 'Change a person' },
  confirmAdd: { th: 'เพิ่มผู้ใช้งาน', en: 'Add' },
  confirmChange: { th: 'บันทึกการแก้ไข', en: 'Save changes' },
  name: { th: 'คำนำหน้า ชื่อ สกุล', en: 'Title and full name' },
  nameMissing: { th: 'โปรดระบุชื่อ', en: 'Please give the name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  username: { th: 'ชื่อผู้ใช้', en: 'Username' },
  usernameHint: {
    th: 'บัญชีเฉพาะบุคคล ห้ามใช้ร่วมกัน อักษรอังกฤษตัวเล็ก ตัวเลข . _ - อย่างน้อย 3 ตัว',
    en: 'A personal account, never shared. Small letters, digits, . _ -, at least 3.',
  },
  usernameWrong: {
    th: 'ใช้อักษรอังกฤษตัวเล็ก ตัวเลข . _ - อย่างน้อย 3 ตัว และขึ้นต้นด้วยอักษรหรือตัวเลข',
    en: 'Use small letters, digits, . _ -, at least 3, beginning with a letter or digit.',
  },
  phone: { th: 'โทรศัพท์', en: 'Phone' },
  addPost: { th: 'เพิ่มตำแหน่ง', en: 'Add a post' },
  disableTitle: { th: (name: string) => `ระงับบัญชีของ ${name}`, en: name => `Disable the account of ${name}` },
  enableTitle: { th: (name: string) => `เปิดใช้บัญชีของ ${name}`, en: name => `Enable the account of ${name}` },
  disable: { th: 'ระงับบัญชี', en: 'Disable' },
  enable: { th: 'เปิดใช้บัญชี', en: 'Enable' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  reasonMissing: { th: 'โปรดระบุเหตุผล', en: 'Please give the reason' },
})

interface PersonDialogProps {
  readonly person: PersonRow | null
  readonly onClose: () => void
}

/** Adds an account, or changes one: who it is, and the posts held. */
export const PersonDialog = ({ person, onClose }: PersonDialogProps) => {
  const say = useWords(words)
  const [id] = useState(() => person?.personId ?? newId())
  const [draft, setDraft] = useState<PersonDraft>(() =>
    person === null ? newPerson(newId() as PostId) : draftOfPerson(person),
  )
  const change = (patch: Partial<PersonDraft>) => setDraft(known => ({ ...known, ...patch }))
  const command = personCommand(draft, person === null)
  return (
    <LedgerDialog
      command={
        command === null
          ? null
          : {
              ledgerKind: 'person',
              ledgerId: id,
              version: person?.version ?? null,
              type: command.type,
              input: command.input,
              decide: context => decidePersonCommand(person === null ? null : ledgerOfPerson(person), command, context),
            }
      }
      title={person === null ? say.add : say.change}
      confirmLabel={person === null ? say.confirmAdd : say.confirmChange}
      size="large"
      onClose={onClose}
    >
      {(_errorOf, isTried) => {
        const gaps = isTried ? gapsOfPerson(draft) : []
        return (
          <>
            <FieldStack columns={2}>
              <TextField
                label={say.name}
                value={draft.name}
                onChange={name => change({ name })}
                maxLength={200}
                error={gaps.includes('name') ? say.nameMissing : undefined}
                isRequired
              />
              <TextField
                label={say.position}
                value={draft.position}
                onChange={position => change({ position })}
                maxLength={200}
              />
              <TextField
                label={say.username}
                hint={say.usernameHint}
                value={draft.username}
                onChange={username => change({ username: username.toLowerCase() })}
                maxLength={40}
                autoComplete="off"
                error={gaps.includes('username') ? say.usernameWrong : undefined}
                isRequired
              />
              <TextField
                label={say.phone}
                type="tel"
                value={draft.phone}
                onChange={phone => change({ phone })}
                maxLength={40}
                isOptional
              />
            </FieldStack>
            {draft.posts.map((post, at) => (
              <PostFields
                key={post.id}
                post={post}
                number={at + 1}
                isTried={isTried}
                onChange={patch =>
                  change({ posts: draft.posts.map(one => (one.id === post.id ? { ...one, ...patch } : one)) })
                }
                onRemove={
                  draft.posts.length > 1 ? () => change({ posts: draft.posts.filter(one => one.id !== post.id) }) : null
                }
              />
            ))}
            <div>
              <Button
                kind="quiet"
                icon="plus"
                onPress={() => change({ posts: [...draft.posts, emptyPost(newId() as PostId)] })}
              >
                {say.addPost}
              </Button>
            </div>
          </>
        )
      }}
    </LedgerDialog>
  )
}

/** Disables an account or enables it again, with the reason. */
export const PersonStatusDialog = ({
  person,
  onClose,
}: {
  readonly person: PersonRow
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  const isActive = person.status === 'ACTIVE'
  const type = isActive ? ('DisablePerson' as const) : ('EnablePerson' as const)
  const command = { type, input: { reason: reason.trim() } }
  return (
    <LedgerDialog
      command={
        reason.trim() === ''
          ? null
          : {
              ledgerKind: 'person',
              ledgerId: person.personId,
              version: person.version,
              type,
              input: command.input,
              decide: context => decidePersonCommand(ledgerOfPerson(person), command, context),
            }
      }
      title={isActive ? say.disableTitle(person.name) : say.enableTitle(person.name)}
      confirmLabel={isActive ? say.disable : say.enable}
      isDangerous={isActive}
      onClose={onClose}
    >
      {(_errorOf, isTried) => (
        <TextArea
          label={say.reason}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={isTried && reason.trim() === '' ? say.reasonMissing : undefined}
          isRequired
        />
      )}
    </LedgerDialog>
  )
}
