/// <reference lib="dom" />
/* The state of the page in the hash of the address: written a moment after a change, read when a link is followed. */
import { later } from './later.ts'
import { hashOf, isLink, OPENING, stateOf } from './link-state.ts'
import type { PageState } from './link-state.ts'

/** Milliseconds without a change before the address is written. */
const WRITE_AFTER = 400

/** The state in the address, and the functions that receive it. */
export interface AddressState {
  readonly now: () => PageState
  /** Shows a state. Its text may be foreign where the state came by a link. */
  readonly put: (state: PageState, isFromLink: boolean) => void
  /** Tells whether the state fits an address. */
  readonly canCopy: (can: boolean) => void
  /** Called when the address is a link that cannot be read. */
  readonly broken: () => void
}

/** The address of the page, while the page is there. */
export interface Address {
  readonly write: () => Promise<void>
  readonly writeSoon: () => void
  /** Shows the state of the address: that of its link, or {@link OPENING}. */
  readonly begin: () => void
  readonly end: () => void
}

/** Keeps the state in the address, and follows the address. */
export function address({ now, put, canCopy, broken }: AddressState): Address {
  let written = location.hash
  let isGone = false
  const write = async (): Promise<void> => {
    const hash = await hashOf(now())
    if (isGone) return
    canCopy(hash !== undefined)
    written = hash ?? ''
    if (written !== location.hash)
      history.replaceState(history.state, '', location.pathname + location.search + written)
  }
  const read = async (): Promise<void> => {
    const { hash } = location
    const state = await stateOf(hash)
    if (isGone) return
    if (state !== undefined) put(state, true)
    else if (isLink(hash)) broken()
  }
  const onHash = (): void => {
    if (location.hash !== written) void read()
  }
  window.addEventListener('hashchange', onHash)
  return {
    write,
    writeSoon: later(WRITE_AFTER, () => void write()),
    begin: () => {
      if (isLink(location.hash)) void read()
      else put(OPENING, false)
    },
    end: () => {
      isGone = true
      window.removeEventListener('hashchange', onHash)
    },
  }
}
