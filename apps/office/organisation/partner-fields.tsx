import { agencies } from '@thaiqm/catalogue/catalogue.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import type { Sector } from '@thaiqm/core/plan/plan.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { organisationsNear } from './organisations-near.ts'
import { useOrganisations } from './use-organisations.ts'

const words = defineWords({
  organisation: { th: 'ภาคีในพื้นที่', en: 'Local partner' },
  noOrganisation: { th: 'ไม่อยู่ในรายการ', en: 'Not on the list' },
  agency: { th: 'สังกัดหน่วยงาน', en: 'Agency' },
})

const none = 'none'

/** Who of one sector gives or answers for something: a partner on the list, or an agency, and the name that is shown. */
export interface NamedPartner {
  readonly organisationId: OrganisationId | null
  readonly agencyCode: string | null
  readonly name: string
}

export interface PartnerFieldsProps {
  /** The household's village. */
  readonly areaCode: string
  /** Null until one of the seven is chosen. */
  readonly sector: Sector | null
  readonly value: NamedPartner
  readonly onChange: (value: NamedPartner) => void
  readonly nameLabel: string
  readonly nameError?: string | undefined
  readonly isNameRequired?: boolean
}

/** The partner of a sector: chosen from those near the household, which fills in agency and name; or written by hand. */
export const PartnerFields = ({
  areaCode,
  sector,
  value,
  onChange,
  nameLabel,
  nameError,
  isNameRequired = false,
}: PartnerFieldsProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const organisations = useOrganisations()
  const near = organisationsNear(organisations.data?.organisations ?? [], areaCode).filter(one => one.sector === sector)
  const choose = (organisationId: string) => {
    const one = near.find(other => other.organisationId === organisationId)
    if (one === undefined) return onChange({ ...value, organisationId: null })
    onChange({
      organisationId: one.organisationId,
      agencyCode: one.agencyCode ?? value.agencyCode,
      name: one.nameTh,
    })
  }
  return (
    <>
      {near.length > 0 && (
        <Select
          label={say.organisation}
          options={[
            ...near.map(one => ({ value: one.organisationId as string, label: one.nameTh })),
            { value: none, label: say.noOrganisation },
          ]}
          value={value.organisationId ?? none}
          onChange={choose}
        />
      )}
      {sector === 'GOV' && value.organisationId === null && (
        <ComboBox
          label={say.agency}
          options={agencies.map(one => ({ value: one.code, label: one[language] }))}
          value={value.agencyCode}
          onChange={agencyCode => onChange({ ...value, agencyCode })}
          isOptional
        />
      )}
      <TextField
        label={nameLabel}
        value={value.name}
        onChange={name => onChange({ ...value, name })}
        maxLength={200}
        error={nameError}
        isRequired={isNameRequired}
      />
    </>
  )
}
