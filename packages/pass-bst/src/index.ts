export { bst } from './bst.ts'
