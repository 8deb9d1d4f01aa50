import type { OrganisationContact } from '@thaiqm/core/organisation/organisation-command.ts'
import { Button, IconButton } from '@thaiqm/ui/button.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import './organisation.css'

const words = defineWords({
  title: { th: 'ผู้ประสานงาน', en: 'Contacts' },
  name: { th: 'ชื่อ', en: 'Name' },
  position: { th: 'ตำแหน่ง', en: 'Position' },
  phone: { th: 'โทรศัพท์', en: 'Telephone' },
  add: { th: 'เพิ่มผู้ประสานงาน', en: 'Add a contact' },
  remove: { th: (name: string) => `นำ ${name} ออก`, en: name => `Remove ${name}` },
})

/** The people the office calls at a partner; a row without a name is not kept. */
export const ContactFields = ({
  value,
  onChange,
}: {
  readonly value: readonly OrganisationContact[]
  readonly onChange: (value: readonly OrganisationContact[]) => void
}) => {
  const say = useWords(words)
  const change = (at: number, patch: Partial<OrganisationContact>) =>
    onChange(value.map((one, other) => (other === at ? { ...one, ...patch } : one)))
  return (
    <fieldset className="contact-fields">
      <legend>{say.title}</legend>
      {value.map((contact, at) => (
        // A contact has no id of its own: its place in the list is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
        <FieldStack key={at} columns={3}>
          <TextField label={say.name} value={contact.name} onChange={name => change(at, { name })} maxLength={200} />
          <TextField
            label={say.position}
            value={contact.position}
            onChange={position => change(at, { position })}
            maxLength={200}
          />
          <div className="contact-phone">
            <TextField
              label={say.phone}
              type="tel"
              value={contact.phone ?? ''}
              onChange={phone => change(at, { phone: phone === '' ? null : phone })}
              maxLength={40}
            />
            <IconButton
              icon="trash"
              label={say.remove(contact.name)}
              onPress={() => onChange(value.filter((_, other) => other !== at))}
            />
          </div>
        </FieldStack>
      ))}
      <Button size="small" icon="plus" onPress={() => onChange([...value, { name: '', position: '', phone: null }])}>
        {say.add}
      </Button>
    </fieldset>
  )
}
