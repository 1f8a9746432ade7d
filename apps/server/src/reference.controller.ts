import { Public } from '@haishi/platform';
import { COUNTIES, INDUSTRIES } from '@haishi/reference';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

class NamedCode {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

class IndustryView extends NamedCode {
  @ApiProperty({ type: () => NamedCode, isArray: true }) fields: NamedCode[];
}

class ReferenceView {
  @ApiProperty({ type: () => NamedCode, isArray: true }) counties: NamedCode[];
  @ApiProperty({ type: () => IndustryView, isArray: true }) industries: IndustryView[];
}

const named = ({ code, zh, en }: NamedCode): NamedCode => ({ code, zh, en });
const REFERENCE: ReferenceView = {
  counties: COUNTIES.map(named),
  industries: INDUSTRIES.map((industry) => ({ ...named(industry), fields: industry.fields.map(named) })),
};

/** The facts of the place that pages offer as choices. */
@ApiTags('reference')
@Controller('reference')
@Public()
export class ReferenceController {
  @Get()
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ type: ReferenceView })
  all(): ReferenceView {
    return REFERENCE;
  }
}
