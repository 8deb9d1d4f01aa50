import { RouterProvider } from '@tanstack/react-router'
import { LinksWithin } from '@thaiqm/ui/provider.tsx'
import { useState } from 'react'
import { openRouter } from '../router.tsx'
import { addressOf } from './base-path.ts'

/** Every page of somebody who is signed in; links lead from one to the other without loading the app anew. */
export const Pages = () => {
  const [router] = useState(openRouter)
  return (
    <LinksWithin navigate={path => router.history.push(addressOf(path))} useHref={addressOf}>
      <RouterProvider router={router} />
    </LinksWithin>
  )
}
