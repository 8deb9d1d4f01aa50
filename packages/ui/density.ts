import { useEffect } from 'react'

/** `field`: 48 px targets and bigger text, for a thumb in sunlight. `office`: compact, for a desk. */
export type Density = 'field' | 'office'

/** Puts the density on `<html>`, where dialogs and lists that open over the page find it too. */
export const useDensity = (density: Density | undefined): void => {
  useEffect(() => {
    if (density !== undefined) document.documentElement.dataset.density = density
  }, [density])
}
