import type { Actor } from '@haishi/contracts';
import {
  Access,
  BoolField,
  CurrentActor,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  TextField,
} from '@haishi/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LocalTextView } from '../person/person.dto.js';
import { TaskProviders } from './task-providers.js';

export class TaskView {
  @TextField({ max: 60 }) kind: string;
  @ObjectField(() => LocalTextView) title: LocalTextView;
  @IntField({ optional: true, description: 'How many things wait' }) count?: number;
  @ObjectField(() => LocalTextView, { optional: true, description: 'How far it is, where, what comes next' })
  detail?: LocalTextView;
  @TextField({ max: 300, description: 'The page where it is done' }) href: string;
  @InstantField({ optional: true }) dueAt?: Date;
  @TextField({ max: 64, optional: true, description: 'IANA name of the zone by whose clocks it is due' })
  timeZone?: string;
  @InstantField({ optional: true, description: 'Since when the longest of what waits has waited' }) since?: Date;
  @BoolField({ optional: true, description: 'Whether it happens at this moment and others wait for it' })
  live?: boolean;
}

export class TaskList {
  @ListField(() => TaskView, { max: 200 }) items: TaskView[];
}

@ApiTags('tasks')
@Controller('tasks')
export class TaskController {
  constructor(private readonly providers: TaskProviders) {}

  @Get()
  @Access('account.self')
  @ApiOkResponse({ type: TaskList })
  async mine(@CurrentActor() actor: Actor): Promise<TaskList> {
    return { items: await this.providers.for(actor) };
  }
}
