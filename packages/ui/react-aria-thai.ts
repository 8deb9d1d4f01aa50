type Said = Readonly<Record<string, string>>

/**
 * What react-aria itself says to a reader, in Thai; it ships 34 languages without it. Keys are react-aria's own, by the
 * part that says them. What is not here stays English; `thai-react-aria-plugin.ts` puts these into a build.
 */
export const reactAriaThai = {
  autocomplete: { collectionLabel: 'รายการแนะนำ' },
  breadcrumbs: { breadcrumbs: 'ตำแหน่งของหน้านี้' },
  calendar: {
    previous: 'ก่อนหน้า',
    next: 'ถัดไป',
    selectedDateDescription: ({ date }: Said) => `วันที่ที่เลือก: ${date}`,
    todayDate: ({ date }: Said) => `วันนี้ ${date}`,
    todayDateSelected: ({ date }: Said) => `วันนี้ ${date} เลือกอยู่`,
    dateSelected: ({ date }: Said) => `${date} เลือกอยู่`,
    minimumDate: 'วันแรกที่เลือกได้',
    maximumDate: 'วันสุดท้ายที่เลือกได้',
  },
  combobox: {
    focusAnnouncement: ({ optionText, isSelected }: Said) => `${optionText}${isSelected ? ' เลือกอยู่' : ''}`,
    countAnnouncement: ({ optionCount }: Said) => `มี ${optionCount} ตัวเลือก`,
    selectedAnnouncement: ({ optionText }: Said) => `เลือก ${optionText} แล้ว`,
    buttonLabel: 'แสดงตัวเลือก',
    listboxLabel: 'ตัวเลือก',
  },
  datepicker: {
    era: 'ศักราช',
    year: 'ปี',
    month: 'เดือน',
    day: 'วันที่',
    calendar: 'ปฏิทิน',
    weekday: 'วันในสัปดาห์',
    selectedDateDescription: ({ date }: Said) => `วันที่ที่เลือก: ${date}`,
    rangeUnderflow: ({ minValue }: Said) => `ต้องเป็นวันที่ ${minValue} หรือหลังจากนั้น`,
    rangeOverflow: ({ maxValue }: Said) => `ต้องเป็นวันที่ ${maxValue} หรือก่อนหน้านั้น`,
    unavailableDate: 'เลือกวันนี้ไม่ได้',
  },
  menu: { longPressMessage: 'กดค้าง หรือกด Alt กับลูกศรลง เพื่อเปิดเมนู' },
  overlays: { dismiss: 'ปิด' },
  searchfield: { 'Clear search': 'ล้างคำค้น' },
  spinbutton: { Empty: 'ว่าง' },
  toast: {
    close: 'ปิด',
    notifications: ({ count }: Said) => `ข้อความแจ้ง ${count} รายการ`,
  },
  'react-aria-components': { selectPlaceholder: 'เลือก', dropzoneLabel: 'ที่วางไฟล์' },
} as const
