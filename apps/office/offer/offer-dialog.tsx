import { problemKinds } from '@thaiqm/catalogue/catalogue.ts'
import type { OfferRow } from '@thaiqm/contract/offer/offer-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { addDays, type Day } from '@thaiqm/core/ledger/day.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import { offerDetails, offerTerms } from '@thaiqm/core/offer/offer.ts'
import { Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { DatePicker } from '@thaiqm/ui/date-field.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { MoneyField, NumberField } from '@thaiqm/ui/number-field.tsx'
import { ComboBox } from '@thaiqm/ui/select.tsx'
import { TextField } from '@thaiqm/ui/text-field.tsx'
import { useState } from 'react'
import { organisationsNear } from '../organisation/organisations-near.ts'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { AreaField } from '../person/area-field.tsx'
import { LedgerDialog } from '../platform/ledger-dialog.tsx'
import { kindShortName, sectorName } from '../platform/names.ts'
import { newId } from '../platform/new-id.ts'
import { useSession } from '../platform/session.tsx'
import { offerCommand, offerOf } from './use-offers.ts'

const words = defineWords({
  add: { th: 'เพิ่มข้อเสนอความช่วยเหลือ', en: 'Add an offer' },
  change: { th: 'แก้ไขข้อเสนอความช่วยเหลือ', en: 'Change the offer' },
  confirmAdd: { th: 'เพิ่มข้อเสนอ', en: 'Add' },
  confirmChange: { th: 'บันทึกการแก้ไข', en: 'Save changes' },
  organisation: { th: 'องค์กรภาคี', en: 'Partner' },
  what: { th: 'สิ่งที่เสนอช่วยเหลือ', en: 'What is offered' },
  whatHint: { th: 'เช่น สังกะสี ซ่อมห้องส้วม ข้าวสาร', en: 'Such as roof sheets, toilet repair, rice' },
  quantity: { th: 'จำนวนทั้งหมด', en: 'Quantity in all' },
  unit: { th: 'หน่วยนับ', en: 'Unit' },
  unitHint: { th: 'เช่น แผ่น หลัง ถุง', en: 'Such as sheets, houses, sacks' },
  budget: { th: 'งบประมาณที่ให้ด้วย', en: 'Money that goes with it' },
  from: { th: 'ตั้งแต่วันที่', en: 'From' },
  until: { th: 'ถึงวันที่', en: 'Until' },
  area: { th: 'พื้นที่ที่ให้ได้', en: 'Where it may be given' },
  kinds: { th: 'เหมาะกับปัญหา', en: 'Meant for' },
  kindsHint: { th: 'ไม่เลือกหมายถึงทุกประเภท', en: 'None chosen means any kind' },
  remove: { th: (kind: string) => `นำ ${kind} ออก`, en: kind => `Remove ${kind}` },
})

const HALF_A_YEAR = 180

/** Adds an offer of a partner, or changes what it says; never below what is taken of it. */
export const OfferDialog = ({ offer, onClose }: { readonly offer: OfferRow | null; readonly onClose: () => void }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor, today } = useSession()
  const organisations = useOrganisations()
  const [id] = useState(() => offer?.offerId ?? newId())
  const isOwn = readsReferredOnly(actor)
  const [organisationId, setOrganisationId] = useState<string | null>(
    offer?.organisationId ?? (isOwn ? actor.organisationId : null),
  )
  const [what, setWhat] = useState(offer?.what ?? '')
  const [quantity, setQuantity] = useState<number | null>(offer?.quantity ?? null)
  const [unit, setUnit] = useState(offer?.unit ?? '')
  const [budgetBaht, setBudgetBaht] = useState<number | null>(offer?.budgetBaht ?? null)
  const [fromOn, setFromOn] = useState<string | null>(offer?.fromOn ?? today)
  const [untilOn, setUntilOn] = useState<string | null>(offer?.untilOn ?? addDays(today, HALF_A_YEAR))
  const [areaCode, setAreaCode] = useState<string | null>(offer?.areaCode ?? (actor.areaCode || null))
  const [kindCodes, setKindCodes] = useState<readonly string[]>(offer?.kindCodes ?? [])
  const terms = offerTerms.safeParse({
    what: what.trim(),
    remedyIds: offer?.remedyIds ?? [],
    kindCodes,
    unit: unit.trim(),
    quantity,
    budgetBaht,
    fromOn: fromOn as Day,
    untilOn: untilOn as Day,
    areaCode,
  })
  const details = offerDetails.safeParse({ ...terms.data, organisationId })
  const command =
    offer === null
      ? details.success
        ? offerCommand(null, id, { type: 'AddOffer', input: details.data })
        : null
      : terms.success
        ? offerCommand(offerOf(offer), id, { type: 'ChangeOffer', input: terms.data })
        : null
  const offered = organisationsNear(organisations.data?.organisations ?? [], actor.areaCode)
  return (
    <LedgerDialog
      command={command}
      title={offer === null ? say.add : say.change}
      confirmLabel={offer === null ? say.confirmAdd : say.confirmChange}
      size="large"
      onClose={onClose}
      fieldCodes={['what-missing', 'unit-missing', 'days-in-wrong-order']}
    >
      {errorOf => (
        <>
          {offer === null && !isOwn && (
            <ComboBox
              label={say.organisation}
              options={offered.map(one => ({
                value: one.organisationId as string,
                label: one.nameTh,
                description: sectorName(one.sector, language),
              }))}
              value={organisationId}
              onChange={chosen => setOrganisationId(chosen as OrganisationId | null)}
              isRequired
            />
          )}
          <TextField
            label={say.what}
            hint={say.whatHint}
            value={what}
            onChange={setWhat}
            maxLength={300}
            error={errorOf('what-missing')}
            isRequired
          />
          <FieldStack columns={3}>
            <NumberField label={say.quantity} value={quantity} onChange={setQuantity} min={1} isRequired />
            <TextField
              label={say.unit}
              hint={say.unitHint}
              value={unit}
              onChange={setUnit}
              maxLength={40}
              error={errorOf('unit-missing')}
              isRequired
            />
            <MoneyField label={say.budget} value={budgetBaht} onChange={setBudgetBaht} isOptional />
          </FieldStack>
          <FieldStack columns={2}>
            <DatePicker label={say.from} value={fromOn} onChange={setFromOn} isRequired />
            <DatePicker
              label={say.until}
              value={untilOn}
              onChange={setUntilOn}
              error={errorOf('days-in-wrong-order')}
              isRequired
            />
          </FieldStack>
          <AreaField
            label={say.area}
            value={areaCode}
            onChange={setAreaCode}
            levels={['PROVINCE', 'DISTRICT', 'TAMBON', 'VILLAGE']}
            isRequired
          />
          <ComboBox
            label={say.kinds}
            hint={say.kindsHint}
            options={problemKinds
              .filter(kind => !kindCodes.includes(kind.code))
              .map(kind => ({ value: kind.code, label: `${kind.code} ${kindShortName(kind.code, language)}` }))}
            value={null}
            onChange={code => code !== null && setKindCodes([...kindCodes, code])}
            isOptional
          />
          <ChipRow>
            {kindCodes.map(code => (
              <Chip
                key={code}
                onRemove={() => setKindCodes(kindCodes.filter(one => one !== code))}
                removeLabel={say.remove(code)}
              >
                {code} {kindShortName(code, language)}
              </Chip>
            ))}
          </ChipRow>
        </>
      )}
    </LedgerDialog>
  )
}
