import type { TaskView } from '@thaiqm/contract/plan/task-link-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { DefinitionList } from '@thaiqm/ui/definition-list.tsx'
import { useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'

const words = defineWords({
  what: { th: 'สิ่งที่ขอให้ช่วย', en: 'What is asked' },
  holder: { th: 'ถึง', en: 'For' },
  due: { th: 'ภายในวันที่', en: 'By' },
  where: { th: 'พื้นที่', en: 'Where' },
  tambon: { th: (name: string) => `ต.${name}`, en: name => `${name} subdistrict` },
  laterPlace: { th: 'บ้านเลขที่จะแสดงเมื่อท่านรับงาน', en: 'The house is shown once you take the task on.' },
  house: { th: (number: string) => `บ้านเลขที่ ${number}`, en: number => `House ${number}` },
  moo: { th: (moo: string) => `หมู่ ${moo}`, en: moo => `Moo ${moo}` },
  noNumber: { th: 'บ้านไม่มีเลขที่ โปรดโทรสอบถามเจ้าหน้าที่', en: 'A house without number: please call the officer.' },
  map: { th: 'พิกัดบ้าน', en: 'Position' },
  officer: { th: 'สอบถามเจ้าหน้าที่', en: 'Ask the officer' },
})

/** What is to be done, where, by when, and whom to ask. */
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
    <DefinitionList
      items={[
        { term: say.what, value: <b>{task.what}</b> },
        { term: say.holder, value: task.holderName },
        { term: say.due, value: formatDay(task.dueOn, { language }) },
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
        {
          term: say.officer,
          value: (
            <>
              {officer.name}
              <div className="task-muted">{officer.position}</div>
              {officer.phone !== null && <a href={`tel:${officer.phone.replace(/[^0-9+]/g, '')}`}>{officer.phone}</a>}
            </>
          ),
        },
      ]}
    />
  )
}
