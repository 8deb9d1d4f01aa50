import type { TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'

const words = defineWords({
  asked: {
    th: (officer: string, holder: string, tambon: string) =>
      `${officer} ขอความอนุเคราะห์${holder} ช่วยเหลือครัวเรือนหนึ่งในตำบล${tambon} ดังนี้`,
    en: (officer, holder, tambon) =>
      `${officer} asks ${holder} to help one household in ${tambon} subdistrict, as follows.`,
  },
  what: { th: 'สิ่งที่ขอให้ช่วย', en: 'What is asked' },
  due: { th: 'ภายในวันที่', en: 'By' },
  where: { th: 'สถานที่', en: 'Where' },
  tambon: { th: (name: string) => `ตำบล${name}`, en: name => `${name} subdistrict` },
  laterPlace: { th: 'บ้านเลขที่จะแสดงเมื่อท่านรับงาน', en: 'The house is shown once you take the task on.' },
  house: { th: (number: string) => `บ้านเลขที่ ${number}`, en: number => `House ${number}` },
  moo: { th: (moo: string) => `หมู่ ${moo}`, en: moo => `Moo ${moo}` },
  noNumber: { th: 'บ้านไม่มีเลขที่ โปรดโทรสอบถามเจ้าหน้าที่', en: 'A house without number: please call the officer.' },
  map: { th: 'พิกัดบ้าน', en: 'Position' },
  call: { th: (phone: string) => `โทรสอบถามเจ้าหน้าที่ ${phone}`, en: phone => `Call the officer: ${phone}` },
})

/** Who asks whom for what, where, by when, and whom to call. */
export const TaskFacts = ({ task }: { readonly task: TaskView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { place, officer } = task
  const tambon = say.tambon(task.tambonNameTh)
  const where =
    place === null
      ? [tambon]
      : [
          place.houseNumber === '' ? say.noNumber : say.house(place.houseNumber),
          place.moo === null ? '' : say.moo(String(place.moo)),
          place.villageNameTh,
          place.lane,
          place.road,
          tambon,
        ]
  const isPlaced = place !== null && place.latitude !== null && place.longitude !== null
  return (
    <>
      <p>{say.asked(`${officer.name} ${officer.position}`, task.holderName, task.tambonNameTh)}</p>
      <div className="task-card">
        <p className="task-muted">{say.what}</p>
        <p className="task-what">{task.what}</p>
        <DefinitionList
          items={[
            { term: say.due, value: <b>{formatDay(task.dueOn, { language, style: 'long' })}</b> },
            {
              term: say.where,
              value: (
                <>
                  {where.filter(part => part !== '').join(' ')}
                  {place === null && <div className="task-muted">{say.laterPlace}</div>}
                </>
              ),
            },
            ...(isPlaced
              ? [{ term: say.map, value: `${place.latitude?.toFixed(5)}, ${place.longitude?.toFixed(5)}` }]
              : []),
          ]}
        />
      </div>
      {officer.phone !== null && (
        <LinkButton icon="phone" isWide href={`tel:${officer.phone.replace(/[^0-9+]/g, '')}`}>
          {say.call(officer.phone)}
        </LinkButton>
      )}
    </>
  )
}
