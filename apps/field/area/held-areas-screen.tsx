import { areaByCode } from '@thaiqm/catalogue/catalogue.ts'
import type { HeldArea } from '@thaiqm/contract/client/device-store.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Button } from '@thaiqm/ui/button.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { formatBytes, formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Skeleton } from '@thaiqm/ui/skeleton.tsx'
import { Disclosure } from '@thaiqm/ui/tabs.tsx'
import { useEffect, useState } from 'react'
import { useListedHouseholds } from '../household/use-village-households.ts'
import type { CallFailure } from '../platform/api.ts'
import { failureText } from '../platform/failure-text.ts'
import { useFieldApp } from '../platform/field-app.tsx'
import { Screen } from '../platform/screen.tsx'
import { useLive } from '../platform/use-live.ts'
import { refreshVillages, villageTitle } from './village-store.ts'

const words = defineWords({
  title: { th: 'ข้อมูลในเครื่อง', en: 'On this phone' },
  hint: {
    th: 'เลือกหมู่บ้านที่จะไปก่อนออกเดินทาง หากไปหลายหมู่บ้านให้เก็บทั้งตำบลหรือทั้งอำเภอ',
    en: 'Choose the villages you will visit before you leave; a whole tambon or district if there are many.',
  },
  held: { th: 'เก็บไว้ในเครื่องแล้ว', en: 'Here already' },
  none: { th: 'ยังไม่มีข้อมูลครัวเรือนในเครื่อง', en: 'No households here yet' },
  noneHint: { th: 'เลือกพื้นที่จากรายการด้านล่าง', en: 'Choose from the list below.' },
  count: {
    th: (n: string, asOf: string) => `${n} ครัวเรือน ข้อมูล ณ ${asOf}`,
    en: (n, asOf) => `${n} households, as of ${asOf}`,
  },
  partly: { th: (n: string) => `กำลังดาวน์โหลด ได้แล้ว ${n} ครัวเรือน`, en: n => `Downloading: ${n} households so far` },
  used: { th: (size: string) => `แอปนี้ใช้พื้นที่ในเครื่อง ${size}`, en: size => `This app uses ${size} on this phone.` },
  refresh: { th: 'ปรับปรุงข้อมูล', en: 'Refresh' },
  refreshOf: { th: (name: string) => `ปรับปรุงข้อมูล: ${name}`, en: name => `Refresh: ${name}` },
  remove: { th: 'นำออกจากเครื่อง', en: 'Remove' },
  removeOf: { th: (name: string) => `นำออกจากเครื่อง: ${name}`, en: name => `Remove: ${name}` },
  removeTitle: {
    th: (name: string) => `นำข้อมูลครัวเรือนของ${name}ออกจากเครื่องหรือไม่`,
    en: name => `Remove the households of ${name}?`,
  },
  removeText: {
    th: 'ร่างและรายการที่ยังไม่ส่งยังอยู่ในเครื่อง จะดูครัวเรือนอื่นได้อีกเมื่อดาวน์โหลดใหม่ ซึ่งต้องใช้สัญญาณ',
    en: 'Drafts and unsent work stay. To see the households again they must be downloaded with a signal.',
  },
  choose: { th: 'เลือกพื้นที่เพิ่ม', en: 'Add areas' },
  whole: { th: (name: string) => `เก็บทั้ง${name}`, en: name => `Keep all of ${name}` },
  keep: { th: (name: string) => `เก็บ${name}`, en: name => `Keep ${name}` },
  villages: { th: (name: string, n: string) => `${name} (${n} หมู่บ้าน)`, en: (name, n) => `${name} (${n} villages)` },
  district: { th: (name: string) => `อำเภอ${name}`, en: name => `${name} district` },
  tambon: { th: (name: string) => `ตำบล${name}`, en: name => `${name} tambon` },
  locked: {
    th: 'เกินกำหนดติดต่อระบบ จึงยังดูข้อมูลครัวเรือนไม่ได้ โปรดเข้าสู่ระบบขณะมีสัญญาณ',
    en: 'Too long without contact: households cannot be seen. Please sign in with a signal.',
  },
})

const DISTRICT = 4
const TAMBON = 6

/** `อำเภอเมืองมุกดาหาร`, `ตำบลโพนทราย`, `บ้านโพนทรายใต้ หมู่ที่ 2`. */
const useAreaName = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { database } = useFieldApp()
  const villages = useLive(`area-names-${database.name}`, () => database.villages.orderBy('areaCode').toArray())
  const nameOf = (areaCode: string): string => {
    const village = villages?.find(one => one.areaCode === areaCode)
    if (village !== undefined) return villageTitle(village, language)
    const area = areaByCode.get(areaCode)
    const name = (language === 'th' ? area?.th : area?.en) ?? areaCode
    return areaCode.length === DISTRICT ? said.district(name) : said.tambon(name)
  }
  return { villages, nameOf }
}

/** Fetches an area from now on, or takes it off the phone; one at a time, and says what failed. */
const useHolding = () => {
  const { households, client } = useFieldApp()
  const [busy, setBusy] = useState<string>()
  const [failure, setFailure] = useState<CallFailure>()
  const run = async (
    areaCode: string,
    work: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: CallFailure }>,
  ) => {
    setBusy(areaCode)
    setFailure(undefined)
    const done = await work()
    setBusy(undefined)
    if (!done.ok) setFailure(done.failure)
  }
  return {
    busy,
    failure,
    refresh: (areaCode: string) => run(areaCode, () => client.pull(areaCode)),
    keep: (areaCode: string) =>
      run(areaCode, async () => {
        await households.holdArea(areaCode)
        return client.pull(areaCode)
      }),
    remove: (areaCode: string) =>
      run(areaCode, async () => {
        await households.dropArea(areaCode)
        return { ok: true }
      }),
  }
}

type Holding = ReturnType<typeof useHolding>

const HeldAreaCard = ({
  area,
  name,
  households,
  holding,
  mayRemove,
}: {
  readonly area: HeldArea
  readonly name: string
  readonly households: number
  readonly holding: Holding
  readonly mayRemove: boolean
}) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const [isRemoving, setRemoving] = useState(false)
  const n = formatNumber(households, language)
  return (
    <li className="fd-card">
      <h3>{name}</h3>
      <p className="fd-muted">
        {area.asOf === null ? said.partly(n) : said.count(n, formatInstant(area.asOf, { language }))}
      </p>
      <div className="fd-row">
        <Button
          icon="sync"
          isPending={holding.busy === area.areaCode}
          isDisabled={holding.busy !== undefined}
          onPress={() => void holding.refresh(area.areaCode)}
          aria-label={said.refreshOf(name)}
        >
          {said.refresh}
        </Button>
        {mayRemove && (
          <Button
            icon="trash"
            isDisabled={holding.busy !== undefined}
            onPress={() => setRemoving(true)}
            aria-label={said.removeOf(name)}
          >
            {said.remove}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false)
          void holding.remove(area.areaCode)
        }}
        title={said.removeTitle(name)}
        confirmLabel={said.remove}
      >
        {said.removeText}
      </ConfirmDialog>
    </li>
  )
}

const KeepButton = ({
  areaCode,
  label,
  holding,
}: {
  readonly areaCode: string
  readonly label: string
  readonly holding: Holding
}) => (
  <Button
    icon="download"
    isWide
    isPending={holding.busy === areaCode}
    isDisabled={holding.busy !== undefined}
    onPress={() => void holding.keep(areaCode)}
  >
    {label}
  </Button>
)

const useBytesUsed = (again: unknown): number | undefined => {
  const [bytes, setBytes] = useState<number>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when something has come or gone
  useEffect(() => {
    void navigator.storage?.estimate?.().then(({ usage }) => setBytes(usage))
  }, [again])
  return bytes
}

/** Which areas' households lie on this phone, of when, and the others of one's own area to choose from. */
export const HeldAreasScreen = () => {
  const said = useWords(words)
  const { language } = useLanguage()
  const { actor, access, database, households } = useFieldApp()
  const { villages, nameOf } = useAreaName()
  const holding = useHolding()
  const rows = useListedHouseholds(null) ?? []
  const held = useLive(`held-${database.name}`, () => households.cache.areas())
  const used = useBytesUsed(holding.busy)
  useEffect(() => {
    void refreshVillages(database, actor.areaCode)
  }, [database, actor.areaCode])
  const isHeld = (areaCode: string) => held?.some(area => areaCode.startsWith(area.areaCode)) === true
  const others = (villages ?? []).filter(village => !isHeld(village.areaCode))
  const tambons = Map.groupBy(others, village => village.areaCode.slice(0, TAMBON))
  // A tambon's surveyor always has the whole of it: it would come back by itself.
  const mayRemove = actor.areaCode.length < TAMBON
  return (
    <Screen title={said.title} backHref="/me" tab="me">
      <p className="fd-muted">{said.hint}</p>
      {access === 'own' && <Notice tone="warning">{said.locked}</Notice>}
      {holding.failure !== undefined && (
        <Notice tone="danger" isLive>
          {failureText(holding.failure, language)}
        </Notice>
      )}
      {held === undefined && <Skeleton lines={6} />}
      {held?.length === 0 && access !== 'own' && (
        <EmptyState icon="download" title={said.none}>
          {said.noneHint}
        </EmptyState>
      )}
      {held !== undefined && held.length > 0 && (
        <section className="fd-group">
          <h2>{said.held}</h2>
          <ul className="fd-list">
            {held.map(area => (
              <HeldAreaCard
                key={area.areaCode}
                area={area}
                name={nameOf(area.areaCode)}
                households={rows.filter(row => row.areaCode.startsWith(area.areaCode)).length}
                holding={holding}
                mayRemove={mayRemove}
              />
            ))}
          </ul>
        </section>
      )}
      {used !== undefined && <p className="fd-muted fd-small">{said.used(formatBytes(used, language))}</p>}
      {access !== 'own' && others.length > 0 && (
        <section className="fd-group">
          <h2>{said.choose}</h2>
          {actor.areaCode.length === DISTRICT && (
            <KeepButton areaCode={actor.areaCode} label={said.whole(nameOf(actor.areaCode))} holding={holding} />
          )}
          {[...tambons].map(([tambonCode, ofTambon]) => (
            <Disclosure
              key={tambonCode}
              title={said.villages(nameOf(tambonCode), formatNumber(ofTambon.length, language))}
              isOpenAtFirst={tambons.size === 1}
            >
              <div className="fd-list">
                {actor.areaCode.length <= TAMBON && (
                  <KeepButton areaCode={tambonCode} label={said.whole(nameOf(tambonCode))} holding={holding} />
                )}
                {ofTambon.map(({ areaCode }) => (
                  <KeepButton
                    key={areaCode}
                    areaCode={areaCode}
                    label={said.keep(nameOf(areaCode))}
                    holding={holding}
                  />
                ))}
              </div>
            </Disclosure>
          ))}
        </section>
      )}
    </Screen>
  )
}
