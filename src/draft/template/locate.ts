import Handlebars from 'handlebars'
import { Problem } from '../../problem.ts'

type Expression = hbs.AST.Expression

/**
 * Has every value printed by our own helper, which knows the file and line that it stands in and makes a slot of it,
 * and tells block helpers where they stand. Every path is looked up strictly, also in conditions, where Handlebars would
 * take a mistyped name for a false one.
 *
 * @param helpers names of all helpers: Handlebars tells a helper from a value only when it runs
 */
export function locate(program: hbs.AST.Program, file: string, helpers: string[]): hbs.AST.Program {
  const visitor = new Handlebars.Visitor()
  const { MustacheStatement, BlockStatement, PathExpression } = Handlebars.Visitor.prototype

  visitor.PathExpression = function (path) {
    Object.assign(path, { strict: path.parts.length > 0 && !helpers.includes(path.original) })
    PathExpression.call(this, path)
  }
  visitor.MustacheStatement = function (statement) {
    const { line } = statement.loc.start
    if (!statement.escaped) {
      throw new Problem('template', 'use two braces: what is Markdown in the view is printed as Markdown', {
        file,
        line,
      })
    }
    MustacheStatement.call(this, statement)
    const call = statement.path as hbs.AST.PathExpression
    const isCall =
      statement.params.length > 0 || statement.hash !== undefined || helpers.includes(call.original)
    const value = isCall ? subExpression(statement) : call
    Object.assign(statement, {
      path: pathTo('print', statement.loc),
      params: [value, text(file, statement.loc), number(line, statement.loc)],
      hash: undefined,
      escaped: false,
    })
  }
  visitor.BlockStatement = function (block) {
    BlockStatement.call(this, block)
    const { start, end } = block.loc
    block.params.push(
      text(file, block.loc),
      number(start.line, block.loc),
      number(end.line - start.line, block.loc),
    )
  }
  visitor.accept(program)
  return program
}

function subExpression({ path, params, hash, loc }: hbs.AST.MustacheStatement): Expression {
  return { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', original: name, parts: [name], depth: 0, data: false, loc }
}

function text(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc }
}

function number(value: number, loc: hbs.AST.SourceLocation): hbs.AST.NumberLiteral {
  return { type: 'NumberLiteral', value, original: value, loc }
}
