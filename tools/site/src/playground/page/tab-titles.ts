import type { Tab } from './link-state.ts'

/** The titles of the tabs, in their order on the page. */
export const TAB_TITLES: Readonly<Record<Tab, string>> = {
  findings: 'Findings',
  meaning: 'Meaning',
  pictures: 'Pictures',
  listing: 'Listing',
  compare: 'Compare',
  passes: 'Passes',
  difference: 'Difference',
}
