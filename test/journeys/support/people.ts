/** Posts of the practice province by which journeys sign in; each is held by one person. */
export const governor = 'รองผู้ว่าราชการจังหวัดมุกดาหาร'
export const provincialOfficer = 'เจ้าพนักงานปกครอง กลุ่มงานปกครอง ที่ทำการปกครองจังหวัดมุกดาหาร'

export const chiefOfMueang = 'นายอำเภอเมืองมุกดาหาร'
export const officerOfMueang = 'ปลัดอำเภอ (เจ้าพนักงานปกครอง) อำเภอเมืองมุกดาหาร'
export const designatedOfficerOfMueang = 'ปลัดอำเภอหัวหน้ากลุ่มงานบริหารงานปกครอง อำเภอเมืองมุกดาหาร'
export const officerOfDonTan = 'ปลัดอำเภอ (เจ้าพนักงานปกครอง) อำเภอดอนตาล'

export const tambonOfficer = 'ปลัดอำเภอผู้เป็นหัวหน้าประจำตำบลโพนทราย'
export const headOfKhamHi = 'ผู้ใหญ่บ้าน หมู่ที่ 7 บ้านคำฮี ตำบลโพนทราย'
export const headOfKhokSung = 'ผู้ใหญ่บ้าน หมู่ที่ 5 บ้านโคกสูง ตำบลโพนทราย'

export const mueang = '4901'
export const phonSai = '490105'
export const khamHi = '49010507'
export const khokSung = '49010505'
export const managerOfFoundation = 'ผู้ประสานงานมูลนิธิ'
export const naKhamNoi = '49010506'
export const headOfPhonSai = 'กำนันตำบลโพนทราย'
