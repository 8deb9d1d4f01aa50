import { LinkButton } from '@thaiqm/ui/button.tsx'
import { Checkbox } from '@thaiqm/ui/choice-group.tsx'
import { defineWords, useWords } from '@thaiqm/ui/language.tsx'
import { TextArea } from '@thaiqm/ui/text-field.tsx'
import { PositionField } from '../household/position-field.tsx'
import { PhotoField } from '../photo/photo-field.tsx'
import type { OpenSurvey } from './use-survey.ts'

const words = defineWords({
  outcome: { th: 'ผลการเยี่ยม', en: 'Visit outcome' },
  done: { th: 'พบผู้ให้ข้อมูล สำรวจได้', en: 'Somebody is at home and answers' },
  notDone: { th: 'สำรวจไม่ได้ (ไม่อยู่บ้าน ไม่ให้ข้อมูล บ้านว่าง ฯลฯ)', en: 'Cannot survey (absent, declined, vacant…)' },
  notice: { th: 'อ่านให้ผู้ให้ข้อมูลฟัง', en: 'Read this aloud' },
  noticeText: {
    th: 'ข้าพเจ้าเป็นผู้ปฏิบัติงานของศูนย์อำนวยการขจัดความยากจนและพัฒนาคนทุกช่วงวัยฯ (ศจพ.) มาสอบถามข้อมูลครัวเรือนเพื่อค้นหาความเดือดร้อนและประสานหน่วยงานให้ความช่วยเหลือ ข้อมูลจะใช้เฉพาะเพื่อการนี้ และเปิดเผยเท่าที่จำเป็นแก่หน่วยงานที่ให้ความช่วยเหลือ ท่านมีสิทธิไม่ตอบข้อใดก็ได้ และมีสิทธิขอดู ขอแก้ไข หรือขอให้ลบข้อมูลของท่าน ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 โดยแจ้งที่ว่าการอำเภอหรือผู้ใหญ่บ้าน',
    en: 'I work for the district centre for ending poverty. I ask about your household to find hardships and to arrange help. The information is used for this only and is shown to helping agencies as far as needed. You may decline any question, and may ask to see, correct or delete your data under the Personal Data Protection Act B.E. 2562, at the district office or through the village head.',
  },
  given: { th: 'อ่านข้อความนี้ให้ผู้ให้ข้อมูลฟังแล้ว และผู้ให้ข้อมูลรับทราบ', en: 'This was read to the informant, who understood' },
  place: { th: 'พิกัดบ้าน', en: 'Position of the house' },
  photo: { th: 'ภาพถ่ายบ้าน', en: 'Photograph of the house' },
  photoHint: { th: 'ไม่ถ่ายใบหน้าบุคคลโดยไม่จำเป็น', en: 'Avoid faces where not needed' },
  takePhoto: { th: 'ถ่ายภาพบ้าน', en: 'Photograph the house' },
  note: { th: 'บันทึกเพิ่มเติม', en: 'Note' },
})

const MOST_PHOTOS = 5

/** The visit itself: the notice under the PDPA, where the house is, what it looks like. */
export const VisitStep = ({ household, draft, change }: OpenSurvey) => {
  const said = useWords(words)
  return (
    <>
      <section className="fd-card">
        <h2>{said.outcome}</h2>
        <p className="fd-strong">{said.done}</p>
        <LinkButton kind="quiet" icon="history" href={`/households/${household.id}/visit`}>
          {said.notDone}
        </LinkButton>
      </section>
      <section className="fd-card">
        <h2>{said.notice}</h2>
        <p className="fd-notice-text">{said.noticeText}</p>
        <Checkbox isSelected={draft.noticeGiven} onChange={noticeGiven => change({ noticeGiven })}>
          {said.given}
        </Checkbox>
      </section>
      <section className="fd-card">
        <h2>{said.place}</h2>
        <PositionField value={draft.position} known={household.position} onChange={position => change({ position })} />
      </section>
      <section className="fd-card">
        <h2>{said.photo}</h2>
        <p className="fd-muted">{said.photoHint}</p>
        <PhotoField
          label={said.takePhoto}
          hashes={draft.photos}
          most={MOST_PHOTOS}
          onChange={hashes => change({ photos: hashes as typeof draft.photos })}
        />
      </section>
      <TextArea
        label={said.note}
        isOptional
        value={draft.note}
        onChange={note => change({ note: note.slice(0, 4000) })}
      />
    </>
  )
}
