import '../base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { UiProvider } from '../provider.tsx'
import { FieldPage } from './field-page.tsx'
import { OfficePage } from './office-page.tsx'
import { PartsPage } from './parts-page.tsx'

const pages: Record<string, () => React.ReactNode> = { office: OfficePage, field: FieldPage, parts: PartsPage }
const Page = pages[new URLSearchParams(location.search).get('page') ?? 'parts'] ?? PartsPage

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <Page />
      </UiProvider>
    </StrictMode>,
  )
}
