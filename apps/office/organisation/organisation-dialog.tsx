import { agencies, sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import {
  decideOrganisationCommand,
  type Organisation,
  type OrganisationContact,
  organisationDetails,
} from '@thaiqm/core/organisation/organisation-command.ts'
import { letterReceiver } from '@thaiqm/core/papers/letter-receiver.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { RadioGroup } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { TextArea, TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { AreaField } from '../person/area-field.tsx'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { ContactFields } from './contact-fields.tsx'

const words = defineWords({
  add: { th: 'เพิ่มภาคี', en: 'Add a partner' },
  change: { th: 'แก้ไขภาคี', en: 'Change a partner' },
  confirmAdd: { th: 'เพิ่มภาคี', en: 'Add' },
  confirmChange: { th: 'บันทึกการแก้ไข', en: 'Save changes' },
  name: { th: 'ชื่อหน่วยงาน องค์กร หรือกลุ่ม', en: 'Name' },
  sector: { th: 'ภาคี', en: 'Sector' },
  agency: { th: 'สังกัดหน่วยงาน', en: 'Agency' },
  agencyHint: { th: 'สำหรับหน่วยงานที่รับเรื่องส่งต่อ', en: 'For offices that receive referrals' },
  letterTo: { th: 'ตำแหน่งผู้รับหนังสือ (เรียน …)', en: 'Post its letters are written to' },
  letterToHint: {
    th: 'เช่น นายกองค์การบริหารส่วนตำบล… ผู้อำนวยการโรงพยาบาล…',
    en: 'As a letter says it, in Thai.',
  },
  letterToGuess: {
    th: (post: string) => `หากเว้นว่าง หนังสือจะขึ้นต้นว่า ${post}`,
    en: post => `Left empty, a letter begins with ${post}`,
  },
  area: { th: 'พื้นที่ที่ให้ความช่วยเหลือ', en: 'Area it helps in' },
  contact: { th: 'ช่องทางติดต่ออื่น', en: 'Other ways to reach it' },
  offers: { th: 'สิ่งที่ช่วยเหลือได้', en: 'What it can offer' },
})

/** The partner as its ledger, for core's decision. */
const ledgerOf = ({ organisationId, ...rest }: OrganisationRow): Organisation => ({ ...rest, id: organisationId })

/** Adds a partner, or changes one. */
export const OrganisationDialog = ({
  organisation,
  onClose,
}: {
  readonly organisation: OrganisationRow | null
  readonly onClose: () => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const [id] = useState(() => organisation?.organisationId ?? newId())
  const [nameTh, setNameTh] = useState(organisation?.nameTh ?? '')
  const [sector, setSector] = useState<Sector | null>(organisation?.sector ?? null)
  const [agencyCode, setAgencyCode] = useState<string | null>(organisation?.agencyCode ?? null)
  const [areaCode, setAreaCode] = useState<string | null>(organisation?.areaCode ?? actor.areaCode)
  const [letterTo, setLetterTo] = useState(organisation?.letterTo ?? '')
  const [contact, setContact] = useState(organisation?.contact ?? '')
  const [contacts, setContacts] = useState<readonly OrganisationContact[]>(organisation?.contacts ?? [])
  const [offers, setOffers] = useState(organisation?.offers ?? '')
  const details = organisationDetails.safeParse({
    nameTh: nameTh.trim(),
    sector,
    agencyCode,
    areaCode,
    contact: contact.trim(),
    offers: offers.trim(),
    ...(letterTo.trim() === '' ? {} : { letterTo: letterTo.trim() }),
    ...(contacts.length === 0 ? {} : { contacts: contacts.filter(one => one.name.trim() !== '') }),
    ...(organisation?.otherAreaCodes === undefined ? {} : { otherAreaCodes: organisation.otherAreaCodes }),
  })
  const guessed = letterReceiver(nameTh)
  const type = organisation === null ? ('AddOrganisation' as const) : ('ChangeOrganisation' as const)
  return (
    <LedgerDialog
      command={
        details.success
          ? {
              ledgerKind: 'organisation',
              ledgerId: id,
              version: organisation?.version ?? null,
              type,
              input: details.data,
              decide: context =>
                decideOrganisationCommand(
                  organisation === null ? null : ledgerOf(organisation),
                  { type, input: details.data },
                  context,
                ),
            }
          : null
      }
      title={organisation === null ? say.add : say.change}
      confirmLabel={organisation === null ? say.confirmAdd : say.confirmChange}
      onClose={onClose}
    >
      {() => (
        <>
          <TextField label={say.name} value={nameTh} onChange={setNameTh} maxLength={200} isRequired />
          <RadioGroup
            label={say.sector}
            layout="grid"
            choices={sectors.map(one => ({
              value: one.code as Sector,
              label: one[language],
              description: language === 'th' ? one.whoTh : undefined,
            }))}
            value={sector}
            onChange={setSector}
            isRequired
          />
          <ComboBox
            label={say.agency}
            hint={say.agencyHint}
            options={agencies.map(one => ({ value: one.code, label: one[language] }))}
            value={agencyCode}
            onChange={setAgencyCode}
            isOptional
          />
          <AreaField
            label={say.area}
            value={areaCode}
            onChange={setAreaCode}
            levels={['PROVINCE', 'DISTRICT', 'TAMBON', 'VILLAGE']}
            isRequired
          />
          <TextField
            label={say.letterTo}
            hint={nameTh.trim() === '' ? say.letterToHint : say.letterToGuess(`${guessed.opening} ${guessed.to}`)}
            value={letterTo}
            onChange={setLetterTo}
            maxLength={200}
            isOptional
          />
          <TextArea label={say.offers} value={offers} onChange={setOffers} maxLength={1000} isOptional />
          <ContactFields value={contacts} onChange={setContacts} />
          <TextField label={say.contact} value={contact} onChange={setContact} maxLength={200} isOptional />
        </>
      )}
    </LedgerDialog>
  )
}
