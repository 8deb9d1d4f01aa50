import '@thaiqm/ui/base.css'
import './task.css'
import { UiProvider } from '@thaiqm/ui/provider.tsx'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { TaskPage } from './task-page.tsx'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider density="field">
        <TaskPage token={window.location.hash.slice(1)} />
      </UiProvider>
    </StrictMode>,
  )
}
