import { parseAst } from 'rolldown/parseAst'
import { boundNames, children, topReferences } from './scopes.js'

/*
 * Regular expressions and tables at the top of modules are made when something first asks for one: a run needs some of
 * them, and to make all takes longer than what a short run does with them. `const dash = /[-–]/u` becomes a variable and
 * a function, and each `dash` becomes `(dash ??= dash$made())`.
 * What checks the options of a rule becomes a getter of them.
 */
export const madeLate = { name: 'made-late', renderChunk: (code) => makeLate(code) }

/** The same where some modules of Node are needed in any case. */
export const madeLateBut = (soon) => ({ name: 'made-late', renderChunk: (code) => makeLate(code, soon) })

/** Of a chunk in one scope, as the bundler writes it before it makes it small. */
export function makeLate(code, soon = []) {
  const program = parseAst(code)
  const constants = constantsOf(program)
  const isOwn = ownParts(code)
  const isSoon = ({ declarations: [{ init }] }) => isBuiltin(init) && soon.includes(init.arguments[0].value)
  const late = program.body.filter(
    (statement) =>
      isLate(statement, constants) &&
      (isOwn(statement) || isRequired(statement.declarations[0].init)) &&
      !isSoon(statement),
  )
  const names = new Map(late.map(({ declarations: [{ id }] }) => [id.name, id]))
  const edits = [
    ...program.body.flatMap(shorterWays),
    ...late.flatMap(({ start, end, declarations: [{ id, init }] }) => [
      { start, end: init.start, text: `var ${id.name};function ${id.name}$made(){return ` },
      { start: init.end, end, text: '}' },
    ]),
  ]
  for (const { start, end, value } of program.body.flatMap(optionsIn)) {
    if (!isPure(value, constants)) continue
    edits.push({ start, end: value.start, text: 'get options(){return ' }, { start: value.end, end, text: '}' })
  }
  for (const { expression, start, end } of program.body.filter((statement) => names.has(exportedAtOnce(statement)))) {
    const { left, right } = expression
    const text = `Object.defineProperty(exports,"${left.property.name}",{enumerable:true,get(){return `
    edits.push({ start, end: right.start, text }, { start: right.end, end, text: '}});' })
  }
  for (const statement of program.body) {
    const { key, name } = exportOf(statement) ?? {}
    if (constants.has(name) && !names.has(name)) edits.push({ ...placeOf(statement), text: `exports.${key}=${name};` })
  }
  for (const { identifier, parent } of topReferences(program)) {
    if (!names.has(identifier.name) || names.get(identifier.name).start === identifier.start) continue
    const { name, start, end } = identifier
    const shorthand = parent.node.type === 'Property' && parent.node.shorthand ? `${name}:` : ''
    edits.push({ start, end, text: `${shorthand}(${name}??=${name}$made())` })
  }
  return edits.toSorted((one, other) => other.start - one.start).reduce(apply, code)
}

/** Node has a shorter way to its own modules than `require`. */
function shorterWays({ declarations = [] }) {
  const builtins = declarations.filter(({ init }) => isBuiltin(init))
  return builtins.map(({ init }) => ({ ...placeOf(init.callee), text: 'process.getBuiltinModule' }))
}

/** `options` in `var rule = defineRule({ options: … })`. */
function optionsIn({ type, declarations = [] }) {
  if (type !== 'VariableDeclaration') return []
  const [rule] = declarations.flatMap(({ init }) => (init?.callee?.name === 'defineRule' ? init.arguments : []))
  return (rule?.properties ?? []).filter(({ key, shorthand }) => key?.name === 'options' && !shorthand)
}

const placeOf = ({ start, end }) => ({ start, end })

/**
 * `Object.defineProperty(exports, 'a', { get: function () { return dash } })`, as the bundler writes it at the end: a function
 * for each name takes longer to make than the name itself, where that stays what it is.
 */
function exportOf({ expression }) {
  const [object, key, { properties = [] } = {}] = expression?.arguments ?? []
  if (expression?.callee?.property?.name !== 'defineProperty' || object?.name !== 'exports') return undefined
  const getter = properties.find((property) => property.key?.name === 'get')?.value
  return { key: key.value, name: getter?.body.body[0].argument?.name }
}

/** `exports.dash = dash` */
const exportedAtOnce = ({ expression }) =>
  expression?.left?.object?.name === 'exports' ? expression.right.name : undefined

const apply = (code, { start, end, text }) => `${code.slice(0, start)}${text}${code.slice(end)}`

/** The names of what never changes, at the top. The bundler has modules of Node in variables, some of which it changes. */
function constantsOf({ body }) {
  const changed = new Set(body.map(({ expression }) => expression?.left?.name))
  return new Set(
    body.flatMap((statement) => {
      if (/^(?:Function|Class)Declaration$/.test(statement.type)) return [statement.id.name]
      if (statement.type !== 'VariableDeclaration') return []
      const fixed = statement.declarations.filter(({ init }) => statement.kind === 'const' || isModule(init))
      return fixed.flatMap(({ id }) => boundNames(id)).filter((name) => !changed.has(name))
    }),
  )
}

const isRequire = (node, beginning) =>
  node?.callee?.name === 'require' && String(node.arguments[0]?.value).startsWith(beginning)

/** `require('node:fs')` */
const isBuiltin = (node) => isRequire(node, 'node:')

/** That, and another part, `require('./run.js')`. */
const isRequired = (node) => isBuiltin(node) || isRequire(node, './')

/** A module of Node, a part, or a module of others as the bundler wraps it, `__toESM(require_ignore(), 1)`: nobody waits for it. */
const isModule = (node) => isRequired(node) || isWrapped(node?.arguments?.[0])

/** `require_ignore()`, `require_seldom.require_ignore()` */
const isWrapped = (node) =>
  node?.arguments?.length === 0 && (node.callee.name ?? node.callee.object?.name ?? '').startsWith('require_')

/** Our modules do nothing when they are loaded but make what they export, nor do tables. Of others we do not know. */
function ownParts(code) {
  const modules = [...code.matchAll(/^\/\/(?:#region)? ?(\S+\/\S+)$/gm)]
  const own = /^(?:(?:src|rules)\/|node_modules\/character-entities\/)/
  return ({ start }) => own.test(modules.findLast(({ index }) => index < start)?.[1] ?? '')
}

function isLate({ type, kind, declarations }, constants) {
  if (type !== 'VariableDeclaration' || declarations.length > 1) return false
  const [{ id, init }] = declarations
  if (isModule(init)) return constants.has(id.name)
  if (kind !== 'const') return false
  return id.type === 'Identifier' && isWorthIt(init) && isPure(init, constants)
}

/**
 * What takes a while to make: expressions, and what is worked out. Lists, and tables with a number for each character, are
 * looked up too often to ask each time whether they are there.
 */
function isWorthIt(node) {
  const { type, regex, callee, arguments: given = [] } = node
  if (regex) return true
  if (type === 'ObjectExpression' && node.properties.length > 1000) return true
  if (/Function/.test(type) || /^(?:Uint|Int|Buffer)/.test(callee?.name ?? callee?.object?.name)) return false
  return given.length > 0 || children(node).some(([, child]) => isWorthIt(child))
}

const pureGlobals =
  /^(?:undefined|Infinity|NaN|Object|Array|String|Number|Math|Buffer|Intl|RegExp|Set|Map|WeakMap|TextDecoder|TextEncoder|Uint8Array|Uint16Array|Uint32Array|Int32Array)$/

/** What is as pure as its parts, calls included: our functions give something, and do nothing else. */
const pureParts =
  /^(?:Template(?:Literal|Element)|TaggedTemplate|Array|Object|Property|Spread|Unary|Member|Binary|Logical|Conditional|New|Call|Chain|Parenthesized)(?:Expression|Element)?$/

/** Whether it matters to nobody when a value is made. */
function isPure(node, constants) {
  if (/^(?:Literal|ArrowFunctionExpression|FunctionExpression)$/.test(node.type)) return true
  if (node.type === 'Identifier') return constants.has(node.name) || pureGlobals.test(node.name)
  return pureParts.test(node.type) && children(node).every(([, child]) => isPure(child, constants))
}
