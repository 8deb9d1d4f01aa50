// The longest beginnings first: `สำนักงานสาธารณสุขอำเภอ` before `สำนักงาน`.
const heads: readonly (readonly [begins: string, head: (rest: string) => string])[] = [
  ['สำนักงานสาธารณสุขจังหวัด', rest => `นายแพทย์สาธารณสุขจังหวัด${rest}`],
  ['สำนักงานสาธารณสุขอำเภอ', rest => `สาธารณสุขอำเภอ${rest}`],
  ['สำนักงานพัฒนาชุมชนจังหวัด', rest => `พัฒนาการจังหวัด${rest}`],
  ['สำนักงานพัฒนาชุมชนอำเภอ', rest => `พัฒนาการอำเภอ${rest}`],
  ['สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด', rest => `พัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด${rest}`],
  ...['เกษตร', 'ปศุสัตว์', 'ประมง'].flatMap(
    work =>
      [
        [`สำนักงาน${work}จังหวัด`, (rest: string) => `${work}จังหวัด${rest}`],
        [`สำนักงาน${work}อำเภอ`, (rest: string) => `${work}อำเภอ${rest}`],
      ] as const,
  ),
  ...['แรงงาน', 'จัดหางาน', 'ประกันสังคม', 'พาณิชย์', 'คลัง', 'ยุติธรรม', 'วัฒนธรรม', 'ศึกษาธิการ', 'ปฏิรูปที่ดิน'].map(
    work => [`สำนักงาน${work}จังหวัด`, (rest: string) => `${work}จังหวัด${rest}`] as const,
  ),
  ['สำนักงานที่ดินจังหวัด', rest => `เจ้าพนักงานที่ดินจังหวัด${rest}`],
  ['สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด', rest => `หัวหน้าสำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัด${rest}`],
  ['องค์การบริหารส่วน', rest => `นายกองค์การบริหารส่วน${rest}`],
  ['อบต.', rest => `นายกองค์การบริหารส่วนตำบล${rest}`],
  ['อบจ.', rest => `นายกองค์การบริหารส่วนจังหวัด${rest}`],
  ['เทศบาล', rest => `นายกเทศมนตรี${rest}`],
  ['โรงพยาบาล', rest => `ผู้อำนวยการโรงพยาบาล${rest}`],
  ['รพ.สต.', rest => `ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบล${rest}`],
  ['โรงเรียน', rest => `ผู้อำนวยการโรงเรียน${rest}`],
  ['วิทยาลัย', rest => `ผู้อำนวยการวิทยาลัย${rest}`],
  ['ศูนย์', rest => `ผู้อำนวยการศูนย์${rest}`],
  ['มหาวิทยาลัย', rest => `อธิการบดีมหาวิทยาลัย${rest}`],
  ['ธนาคาร', rest => `ผู้จัดการธนาคาร${rest}`],
  ['การไฟฟ้า', rest => `ผู้จัดการการไฟฟ้า${rest}`],
  ['การประปา', rest => `ผู้จัดการการประปา${rest}`],
  ['สถานีตำรวจ', rest => `ผู้กำกับการสถานีตำรวจ${rest}`],
  ['ตำรวจภูธรจังหวัด', rest => `ผู้บังคับการตำรวจภูธรจังหวัด${rest}`],
  ['เหล่ากาชาดจังหวัด', rest => `นายกเหล่ากาชาดจังหวัด${rest}`],
  ['กิ่งกาชาดอำเภอ', rest => `นายกกิ่งกาชาดอำเภอ${rest}`],
  ['บริษัท', rest => `กรรมการผู้จัดการบริษัท${rest}`],
  ['ห้างหุ้นส่วน', rest => `หุ้นส่วนผู้จัดการห้างหุ้นส่วน${rest}`],
  ...['มูลนิธิ', 'สมาคม', 'ชมรม', 'กลุ่ม'].map(body => [body, (rest: string) => `ประธาน${body}${rest}`] as const),
  ['หอการค้าจังหวัด', rest => `ประธานหอการค้าจังหวัด${rest}`],
]

/** To whom a letter is written, and the words the regulation has for somebody like that (คำขึ้นต้น คำลงท้าย, ภาคผนวก ๒). */
export interface LetterReceiver {
  readonly to: string
  readonly opening: 'เรียน' | 'นมัสการ'
  readonly closing: 'ขอแสดงความนับถือ' | 'ขอนมัสการด้วยความเคารพ'
}

const temples: typeof heads = [
  ['วัด', rest => `เจ้าอาวาสวัด${rest}`],
  ['คณะสงฆ์อำเภอ', rest => `เจ้าคณะอำเภอ${rest}`],
  ['คณะสงฆ์จังหวัด', rest => `เจ้าคณะจังหวัด${rest}`],
]

const headOf = (name: string, among: typeof heads): string | undefined => {
  const found = among.find(([begins]) => name.startsWith(begins))
  return found?.[1](name.slice(found[0].length))
}

/** The post a letter to an agency goes to, by the area of the office that writes; `{district}` and so on stand for names. */
export interface LetterPost {
  readonly province: string
  /** Where the agency has a head of its own in the district. */
  readonly district?: string | undefined
}

/** Names of areas: `เมืองมุกดาหาร`. */
export type PostAreas = Readonly<Partial<Record<'province' | 'district' | 'tambon', string | undefined>>>

/** `สาธารณสุขอำเภอเมืองมุกดาหาร`; nothing where a name it needs is not known. `isDistrict`: a district's office writes. */
export const fillLetterPost = (post: LetterPost, areas: PostAreas, isDistrict: boolean): string | undefined => {
  const pattern = isDistrict ? (post.district ?? post.province) : post.province
  const filled = pattern.replace(/\{(province|district|tambon)\}/g, (hole, of: keyof PostAreas) =>
    (areas[of] ?? hole).replace(/^(จังหวัด|อำเภอ|ตำบล)/, ''),
  )
  return filled.includes('{') ? undefined : filled
}

const monk = { opening: 'นมัสการ', closing: 'ขอนมัสการด้วยความเคารพ' } as const
const official = { opening: 'เรียน', closing: 'ขอแสดงความนับถือ' } as const

/** A receiver by the post that is known, with the opening and closing words due to it. */
export const receiverByPost = (to: string): LetterReceiver => ({
  to,
  ...(/^(เจ้าอาวาส|เจ้าคณะ|พระ)/.test(to) ? monk : official),
})

/**
 * A guess, for an office of which neither the catalogue nor whoever keeps its record says to whom its letters go: by its name,
 * `นายกองค์การบริหารส่วนตำบล…`. A name that is several offices in one (`…จังหวัด/อำเภอ`) or begins otherwise goes to
 * `หัวหน้าหน่วยงาน …`, for the office to put right.
 */
export const letterReceiver = (officeName: string): LetterReceiver => {
  const name = officeName.trim().replace(/\s+/g, ' ')
  const isOne = !/[/(]|และ(?=โรง|ธนาคาร|ประปา|สถาน|ศาสน)| ในพื้นที่/.test(name)
  const head = isOne ? (headOf(name, temples) ?? headOf(name, heads)) : undefined
  return receiverByPost(head ?? `หัวหน้าหน่วยงาน ${name}`)
}
