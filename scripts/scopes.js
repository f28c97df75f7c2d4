/** The identifiers in a program that mean what is declared at its top, each with the node it stands in. */
export function topReferences(program) {
  const found = []
  walk(program, undefined, [])
  return found

  function walk(node, parent, scopes) {
    if (node.type === 'Identifier') {
      if (!scopes.some((names) => names.has(node.name))) found.push({ identifier: node, parent })
      return
    }
    const names = declaredBy(node)
    const inner = names.length > 0 ? [...scopes, new Set(names)] : scopes
    for (const [key, child] of children(node)) walk(child, { node, key }, inner)
  }
}

/** The names in a pattern, `{ a: b = 1, ...c }`. */
export function boundNames(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => boundNames(property.value ?? property.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundNames)
    case 'AssignmentPattern':
      return boundNames(pattern.left)
    case 'RestElement':
      return boundNames(pattern.argument)
    default:
      return []
  }
}

const isFunction = ({ type }) => /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)

/** What a node declares for what is in it. The program itself has no say: what it declares is what is looked for. */
function declaredBy(node) {
  if (isFunction(node)) {
    const own = node.type === 'FunctionExpression' && node.id ? [node.id.name] : []
    return ['arguments', ...own, ...node.params.flatMap(boundNames), ...hoisted(node.body)]
  }
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return node.body.flatMap(declarations)
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent.flatMap(declarations))
    case 'ForStatement':
      return declarations(node.init)
    case 'ForInStatement':
    case 'ForOfStatement':
      return declarations(node.left)
    case 'CatchClause':
      return boundNames(node.param)
    case 'ClassExpression':
      return boundNames(node.id)
    default:
      return []
  }
}

function declarations(statement) {
  if (statement?.type === 'VariableDeclaration') return statement.declarations.flatMap(({ id }) => boundNames(id))
  return /^(?:Function|Class)Declaration$/.test(statement?.type) ? [statement.id.name] : []
}

/** `var` in a block is the whole function's. */
function hoisted(node) {
  const own = node.type === 'VariableDeclaration' && node.kind === 'var' ? declarations(node) : []
  const inner = children(node).filter(([, child]) => !isFunction(child) && !child.type.startsWith('Class'))
  return [...own, ...inner.flatMap(([, child]) => hoisted(child))]
}

/** The nodes in a node but for names that mean nothing declared: of properties, labels, and what is being declared. */
export function children(node) {
  return Object.entries(node)
    .filter(([key]) => !(namesOnly[node.type]?.includes(key) && !(key !== 'id' && node.computed)))
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((child) => [key, child]))
    .filter(([, child]) => typeof child?.type === 'string')
}

const namesOnly = {
  MemberExpression: ['property'],
  Property: ['key'],
  MethodDefinition: ['key'],
  PropertyDefinition: ['key'],
  LabeledStatement: ['label'],
  BreakStatement: ['label'],
  ContinueStatement: ['label'],
  MetaProperty: ['meta', 'property'],
  FunctionDeclaration: ['id'],
  FunctionExpression: ['id'],
  ClassDeclaration: ['id'],
  ClassExpression: ['id'],
}
