import { Command } from 'commander'
import { dealFormats } from '../formats.ts'
import { type DatabaseOptions, databaseOption } from './database.ts'
import { isoDate, pastDate } from './date.ts'
import { formatOption } from './output-format.ts'
import type { AddOptions } from './round/add.ts'
import type { AnswerOptions } from './round/answer.ts'
import type { OpenOptions } from './round/open.ts'
import type { OwnerOptions } from './round/owner.ts'
import type { ReportOptions } from './round/report.ts'
import type { SentOptions } from './round/sent.ts'
import type { SetOptions } from './round/set.ts'
import type { UndoOptions } from './round/undo.ts'
import { wholeNumber } from './whole-number.ts'

/** `clausebook round`: a negotiation and its turns. */
export function roundCommand(): Command {
  return new Command('round')
    .description('a deal and its turns: what we sent, what came back, and where each point stands')
    .addCommand(openCommand())
    .addCommand(addCommand())
    .addCommand(undoCommand())
    .addCommand(ownerCommand())
    .addCommand(statusCommand())
    .addCommand(historyCommand())
    .addCommand(answerCommand())
    .addCommand(sentCommand())
    .addCommand(setCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand())
}

function openCommand(): Command {
  return new Command('open')
    .description(
      'open a deal: mark every point in what is sent, and keep both in a new folder, or in the database',
    )
    .argument('<deal>', 'folder of the deal, which is made, or its name in the database')
    .addOption(databaseOption())
    .argument('<sent>', 'the addendum, side letter or redline that is sent: .docx')
    .option(
      '-m, --matter <matter>',
      "the matter's YAML file, or its name in the database; may be left out with --record",
    )
    .option('--vendor <name>', 'which vendor of the matter it is with')
    .option('--key <key>', 'key of the deal, 64 hexadecimal digits or a file of them; by default a new one')
    .option('--record <file>', 'FILE.record.json of what is sent, where it was marked when it was drafted')
    .option('--owner <name>', "who leads it; by default the matter's negotiation.owner")
    .option('--by <name>', 'who sends it')
    .option('--date <date>', 'the day on which it is sent; by default today', pastDate)
    .action(async (deal: string, sent: string, options: OpenOptions) => {
      const { openRound } = await import('./round/open.ts')
      await openRound(deal, sent, options)
    })
}

function addCommand(): Command {
  return new Command('add')
    .description('add what came back: what became of each point, in the open or without a mark')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .argument('<returned>', 'what came back: .docx, or any format that a review reads')
    .option('--by <name>', 'who sent it back')
    .option('--date <date>', 'the day on which it came back; by default today', pastDate)
    .addOption(formatOption(dealFormats, 'terminal'))
    .option('-o, --output <file>', 'file of the issues list; - is standard output', '-')
    .action(async (deal: string, returned: string, options: AddOptions) => {
      const { addReturn } = await import('./round/add.ts')
      await addReturn(deal, returned, options)
    })
}

function undoCommand(): Command {
  return new Command('undo')
    .description('take back what came back last, while it is not answered: a wrong file')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .option('--by <name>', 'who takes it back')
    .option('--date <date>', 'the day on which it is taken back; by default today', pastDate)
    .action(async (deal: string, options: UndoOptions) => {
      const { undoReturn } = await import('./round/undo.ts')
      await undoReturn(deal, options)
    })
}

function ownerCommand(): Command {
  return new Command('owner')
    .description('say who leads a deal on our side, or who sees to a point of it')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .argument('<name>', 'who')
    .option('--point <point>', 'id of a point that they see to; may be repeated', listed)
    .action(async (deal: string, name: string, options: OwnerOptions) => {
      const { setOwner } = await import('./round/owner.ts')
      await setOwner(deal, name, options)
    })
}

function statusCommand(): Command {
  return new Command('status')
    .description('the issues list over all turns: asked, offered, agreed, open, conceded, next step, owner')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .addOption(formatOption(dealFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .option('--author <name>', 'whose the list is')
    .option('--date <date>', 'the day of the list', isoDate)
    .option('--exit-code', 'end with status 1 where a point is open')
    .action(async (deal: string, options: ReportOptions) => {
      const { reportStatus } = await import('./round/report.ts')
      await reportStatus(deal, options)
    })
}

function historyCommand(): Command {
  return new Command('history')
    .description('one point over all turns: what was sent and what came back, in words')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .argument('<point>', 'id of the point, as the issues list in JSON has it, or its title')
    .addOption(formatOption(dealFormats, 'terminal'))
    .option('-o, --output <file>', 'file to write; - is standard output', '-')
    .action(async (deal: string, point: string, options: ReportOptions) => {
      const { reportHistory } = await import('./round/report.ts')
      await reportHistory(deal, point, options)
    })
}

function answerCommand(): Command {
  return new Command('answer')
    .description('the next mark-up on their file: what we take is accepted, what we do not is put back')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .option('-o, --output <file>', 'file of the mark-up: .docx')
    .option(
      '--accept <point>',
      'take their words of this point or new ask, whatever they are; may be repeated',
      listed,
    )
    .option(
      '--refuse <ask>',
      'strike out, or put back, what they ask for outside our points; may be repeated',
      listed,
    )
    .option('--approve <name>', 'who approves what is conceded below our lowest level, recorded in the deal')
    .option(
      '--approving <concessions>',
      'with --approve: only where exactly these wait, by point and round: audit:3,liability:2',
    )
    .option('--author <name>', "whose the changes are; by default the matter's document.author")
    .option('--date <date>', 'the day on which it is sent; by default today', pastDate)
    .action(async (deal: string, options: AnswerOptions) => {
      const { answerRound } = await import('./round/answer.ts')
      await answerRound(deal, options)
    })
}

function sentCommand(): Command {
  return new Command('sent')
    .description('write what was sent in a round, as it left')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .option('--round <number>', 'which round; by default the last', wholeNumber)
    .requiredOption('-o, --output <file>', 'file to write: .docx; - is standard output')
    .action(async (deal: string, options: SentOptions) => {
      await (await import('./round/sent.ts')).writeSent(deal, options)
    })
}

function setCommand(): Command {
  return new Command('set')
    .description('name the matter of a deal, or what is offered in which round')
    .argument('<deal>', 'folder of the deal, or its name in the database')
    .addOption(databaseOption())
    .option('-m, --matter <matter>', "the matter's YAML file, or its name in the database")
    .option('--vendor <name>', 'which vendor of the matter it is with')
    .option(
      '--playbook <levels>',
      'what is offered in round 1, 2 …: preferred,fallback; of a point: liability=preferred; may be repeated',
      listed,
    )
    .action(async (deal: string, options: SetOptions) => {
      await (await import('./round/set.ts')).setDeal(deal, options)
    })
}

function listCommand(): Command {
  return new Command('list')
    .description('the deals of a database: with whom, how many rounds, and whose turn it is')
    .addOption(databaseOption())
    .action(async (options: DatabaseOptions) => {
      await (await import('./round/list.ts')).listDeals(options)
    })
}

function removeCommand(): Command {
  return new Command('remove')
    .description('take a deal out of the database for good, with its key and its files')
    .argument('<deal>', 'its name')
    .addOption(databaseOption())
    .action(async (deal: string, options: DatabaseOptions) => {
      await (await import('./round/remove.ts')).removeDeal(deal, options)
    })
}

function listed(value: string, before: string[] = []): string[] {
  return [...before, value]
}
