import type { Edition } from '@haishi/contest';
import { Injectable } from '@nestjs/common';
import { ProjectsPart } from './projects.part.js';
import { EditionPart } from './edition.part.js';
import type { Load } from './load.js';
import type { Cast } from './people.part.js';
import { PastEditionPart } from './past-edition.part.js';
import { ReviewPart } from './review.part.js';
import { StagePart } from './stage.part.js';

/** The contest of the demonstration. */
@Injectable()
export class ContestScene {
  constructor(
    private readonly edition: EditionPart,
    private readonly projects: ProjectsPart,
    private readonly stage: StagePart,
    private readonly onlineReview: ReviewPart,
    private readonly past: PastEditionPart,
  ) {}

  begin(load: Load, file: URL): Promise<Edition> {
    return this.edition.load(load, file);
  }

  async load(load: Load, edition: Edition, cast: Cast): Promise<void> {
    const accepted = await this.projects.load(load, edition, cast);
    await this.edition.open(edition);
    await this.stage.load(load, edition, cast, accepted);
  }

  /** What is reviewed online, of the projects that were accepted. */
  review(load: Load, edition: Edition, cast: Cast): Promise<void> {
    return this.onlineReview.load(load, edition, cast);
  }

  /** The edition before, whose gallery anybody may look at. */
  before(load: Load, file: URL, cast: Cast): Promise<void> {
    return this.past.load(load, file, cast.account('contest_organiser'));
  }
}
