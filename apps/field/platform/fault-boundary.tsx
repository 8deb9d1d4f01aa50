import { Component, type ReactNode } from 'react'
import { ScreenFault } from './screen-fault.tsx'

/** Shows `ScreenFault` in place of what broke below: for the pages that are there before the router is. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: unknown }> {
  override state = { fault: null }

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault ?? new Error('a fault without a word') }
  }

  override render() {
    return this.state.fault === null ? this.props.children : <ScreenFault error={this.state.fault} />
  }
}
