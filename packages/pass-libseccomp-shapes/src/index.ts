export { libseccompList } from './libseccomp-list.ts'
export { libseccompTree } from './libseccomp-tree.ts'
