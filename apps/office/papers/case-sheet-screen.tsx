import { useQuery } from '@tanstack/react-query'
import { compiledQuestionnaire } from '@thaiqm/catalogue/catalogue.ts'
import { catalogueNames } from '@thaiqm/catalogue/catalogue-names.ts'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { readHousehold } from '@thaiqm/contract/household/household-routes.ts'
import type { HouseholdView } from '@thaiqm/contract/household/household-view.ts'
import { caseSheetPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { readsReferredOnly } from '@thaiqm/core/access/actor.ts'
import { houseInWords } from '@thaiqm/core/area/place-in-words.ts'
import { caseSheet } from '@thaiqm/core/household/case-sheet.ts'
import { householdId } from '@thaiqm/core/ledger/identifiers.ts'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { useParam } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { CaseSheetParts } from './case-sheet-parts.tsx'
import { HouseholdSheet, PrintButton, usePrint } from './household-print.tsx'

const words = defineWords({
  title: { th: 'แบบรายงานรายกรณี', en: 'Case sheet' },
  paper: {
    th: 'แบบรายงานการแก้ไขปัญหาความเดือดร้อนรายครัวเรือน',
    en: 'Case sheet: solving one household’s hardships',
  },
  back: { th: 'กลับไปที่ครัวเรือน', en: 'Back to the household' },
  docx: { th: 'ดาวน์โหลด (DOCX)', en: 'Download (DOCX)' },
})

const CaseSheetPage = ({ household }: { readonly household: HouseholdView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { today } = useSession()
  const { byCode } = useAreas()
  const printing = usePrint(household, 'case-sheet')
  const sheet = caseSheet({
    household,
    findForm: compiledQuestionnaire,
    findAreaName: code => byCode.get(code)?.nameTh,
    names: catalogueNames,
    language,
    on: today,
  })
  return (
    <>
      <PageHeader
        title={say.title}
        description={houseInWords(household.areaCode, household.address)}
        crumbs={[{ label: say.back, href: `/households/${household.id}` }, { label: say.title }]}
        actions={
          <>
            <PrintButton printing={printing} kind="primary" />
            <LinkButton icon="download" href={routeAddress(caseSheetPath, { householdId: household.id })} download>
              {say.docx}
            </LinkButton>
          </>
        }
      />
      <HouseholdSheet household={household} title={say.paper} isSecret={sheet.isSecret} printing={printing}>
        <CaseSheetParts sheet={sheet} />
      </HouseholdSheet>
    </>
  )
}

/** `/households/…/case-sheet`: the case sheet to read and to print, as its reader may see the household. */
export const CaseSheetScreen = () => {
  const say = useWords(words)
  const { actor } = useSession()
  const read = householdId.safeParse(useParam('householdId'))
  usePageTitle(say.title)
  const isOpen = read.success && !readsReferredOnly(actor)
  const query = useQuery({
    queryKey: ['household', read.data ?? ''],
    queryFn: async () => {
      if (!read.success) throw new Error('asked without an id')
      return ask(readHousehold, { params: { householdId: read.data } })
    },
    enabled: isOpen,
  })
  if (!isOpen) return <NotFoundState />
  return <QueryView query={query}>{({ household }) => <CaseSheetPage household={household} />}</QueryView>
}
