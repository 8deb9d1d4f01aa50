import { run } from './programs.mjs'
import { say } from './say.mjs'

/** Papers are opened in LibreOffice where it is; where it is not, those tests are skipped and this says so. */
export const sayIfNoLibreOffice = async () => {
  const found = await run('sh', ['-c', 'command -v soffice && command -v pdftotext && command -v pdfinfo'])
  if (found.code === 0) return
  say(
    'ไม่พบ LibreOffice และ poppler-utils การทดสอบที่เปิดเอกสาร DOCX จะถูกข้ามและนับว่าข้าม',
    'no LibreOffice with poppler-utils: the tests that open DOCX papers are SKIPPED and counted as such',
  )
}
