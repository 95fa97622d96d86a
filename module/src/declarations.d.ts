/**
 * The model of the liquidity bathtub: two years of US dollar liquidity, week by week, from a dated
 * balance sheet. Every function gives what the command `bathtub` prints with `--json`, to the last bit.
 */

/** Levers and coefficients. Each number in the unit and range of its row of `parameters()`. */
export interface Parameters {
/* Parameters */}

/** A lever or coefficient. */
export type ParameterKey = keyof Parameters;

/** A prepared scenario. */
export type ScenarioKey = /* ScenarioKey */;

/** A curated balance sheet. Any Wednesday since 2015 that the weekly table has will do as a start, too. */
export type StartDate = /* StartDate */;

/** A series that a run records: `series()` has units and meanings. */
export type SeriesKey = /* SeriesKey */;

/** What floats on the water. */
export type DuckKey = /* DuckKey */;

/** Through what a price moved. */
export type Channel = /* Channel */;

/** Through what the level moved. */
export type LevelChannel = /* LevelChannel */;

/** How far a shortage has gone. */
export type StageName = /* StageName */;

/** Which measure sets the stage. */
export type StageReason = /* StageReason */;

/** Five of a hundred draws lie below `p5`. */
export type Quantile = /* Quantile */;

/** What is held and owed. */
export type Instrument = /* Instrument */;

/** Who holds and owes it. */
export type Sector = /* Sector */;

/**
 * A setting: what is not given stands as it does at the start. A prepared scenario gives start, week and
 * values, and what is given beside it comes first.
 */
export interface Settings extends Partial<Parameters> {
  /** A prepared scenario to begin with. */
  scenario?: ScenarioKey;
  /** Day of the balance sheet to begin from, `2026-08-19`. */
  start?: StartDate | (string & {});
  /** Week that is asked about, 0 to 104; 52 where it is not given. */
  week?: number;
}

/** What a refused value throws beside its sentence: a `RangeError`, a `TypeError` or an `Error`. */
export interface Refusal extends Error {
  /** Key of the parameter, setting or option. */
  parameter?: string;
  /** The value, where it was a number. */
  value?: number;
  /** Smallest value allowed. */
  min?: number;
  /** Largest value allowed. */
  max?: number;
}

/** A row of `parameters()`. */
export interface Parameter {
  key: ParameterKey;
  label: string;
  unit: string;
  min: number;
  max: number;
  step: number;
  default: number;
  tag: 'data' | 'literature' | 'assumption';
  source: string;
  group: string;
  help: string;
}

/** A row of `scenarios()`. */
export interface Scenario {
  key: ScenarioKey;
  title: string;
  start: StartDate;
  week: number;
  settings: Partial<Parameters>;
  /** What to look at. */
  look: string;
  /** Which numbers are data and which are assumed. */
  data: string;
  /** What to try next. */
  next: string;
}

/** A row of `starts()`. */
export interface Start {
  date: StartDate;
  fed_assets_bn: number;
  reserves_bn: number;
  on_rrp_bn: number;
  tga_bn: number;
  currency_bn: number;
  bank_assets_bn: number;
  iorb_pct: number;
  ten_year_pct: number;
  spread_bp: number;
  capex_bn: number;
  dry_powder_bn: number;
}

/** A row of `series()`. */
export interface Series {
  key: SeriesKey;
  unit: string;
  meaning: string;
}

/** A duck's move from the start to the week. */
export interface DuckMove {
  /** Price change, per cent; price, not total return. */
  change_pct: number;
  /** Parts of the move in logarithms × 100. */
  channels: Record<Channel, number>;
}

/** A run of two years. */
export interface Run {
  schema: 'liquidity-bathtub/run/1';
  model_version: string;
  data_date: string;
  start: string;
  /** For a start out of the weekly table: the curated start that lends what the table lacks. */
  nearest_start?: StartDate;
  week: number;
  settings: Parameters;
  changed: ParameterKey[];
  units: Record<SeriesKey, string>;
  /** 105 values each, week 0 first. */
  series: Record<SeriesKey, number[]>;
  readouts: {
    /** Water level, 100 at the reference. */
    level: number;
    /** Duration-weighted price index, 100 at the start. */
    index: number;
    stage: number;
    stage_name: StageName;
    stage_reason: StageReason;
    /** SOFR − IORB without period ends, bp. */
    spread_bp: number;
    reserve_ratio_pct: number;
    beyond_experience: boolean;
    scarcity_bp: number;
    ten_year_change_bp: number;
    spiral_gain: number;
  };
  /** What moved the level against the untouched start, points. */
  level_channels: Record<LevelChannel, number>;
  ducks: Record<DuckKey, DuckMove>;
}

/** Quantiles over draws of the coefficients. */
export interface Bands {
  /** Draws behind them. */
  draws: number;
  /** 105 values each, week 0 first, in single precision. */
  series: Partial<Record<SeriesKey, Record<Quantile, number[]>>>;
}

/** Options of `ensemble`. */
export interface EnsembleOptions {
  /** How many draws, 1 to 16,384; rounded up to a multiple of 4. 1,024 where it is not given. */
  draws?: number;
  /** Which series; all where it is not given. */
  series?: SeriesKey[];
  /** How many workers, 0 (none) to 4; as many as there are cores where it is not given. */
  workers?: number;
}

/** What moved a setting. */
export interface Attribution {
  model_version: string;
  start: string;
  week: number;
  /** Who moved the level, points, and the index, per cent. */
  shares: { key: string; kind: 'parameter' | 'group' | 'assumptions'; level: number; index: number }[];
  total: { level: number; index: number } | null;
  level_channels: Record<LevelChannel, number>;
  /** What else would have moved the index as much; null where nothing in range would. */
  equivalents: {
    index_pct: number;
    runoff_bn: number | null;
    hikes: number | null;
    hikes_sp500: number | null;
  } | null;
  /** What the next $100bn a year of AI capex does to the level, points. */
  next_100bn: { level_52: number; level_104: number; sign_change_dry: number | null } | null;
  /** The level at either end of an assumption's range against the setting, points. */
  swings: { key: ParameterKey; low: number; high: number }[];
  level_with_tank_drawn: { draws: number; quantiles: Record<Quantile, number[]> };
}

/** A reverse question. */
export interface Question {
  /** What is sought, within its range. */
  lever: ParameterKey;
  /** What is to meet the target. */
  series: SeriesKey;
  /** Value of the series in the week, in its unit. */
  target: number;
  /** The setting around it. */
  settings?: Settings;
}

/** An answer to a reverse question. */
export interface Solution {
  model_version: string;
  start: string;
  week: number;
  lever: ParameterKey;
  series: SeriesKey;
  target: number;
  /** Whether any value in range meets the target. */
  in_reach: boolean;
  /** The value, or the one that comes nearest. */
  value: number;
  /** The series with that value. */
  reached: number;
}

/** Tables of one's own in place of the published one: texts of CSV files. */
export type Tables = (string | { name?: string; text: string })[];

/** Options of `backtest`. */
export interface BacktestOptions {
  /** First day, `2025-07-30`; the first of the data where it is not given. */
  start?: string;
  /** Last day; the last of the data where it is not given. */
  end?: string;
  /** Coefficients; published data stand for the levers. */
  coefficients?: Partial<Parameters>;
  /** What would have been different. */
  changes?: { tga?: number; runoff?: number };
}

/** A prediction beside what was published. */
export interface Pair {
  model: number;
  actual: number | null;
}

/** A week of a backtest. */
export interface BacktestWeek {
  date: string;
  reserves_bn: Pair;
  on_rrp_bn: Pair;
  spread_bp: Pair;
  level: number;
  ducks: Record<DuckKey, number>;
}

/** Root-mean-square errors; null where nothing was published. */
export interface Errors {
  reserves_bn: number | null;
  on_rrp_bn: number | null;
  spread_bp: number | null;
}

/** The model along published balance sheets. */
export interface Backtest {
  model_version: string;
  weeks: BacktestWeek[];
  /** The same with the changes, where there are any. */
  changed_weeks: BacktestWeek[] | null;
  rmse: Errors;
  /** Of “nothing changes”. */
  rmse_no_change: Errors;
  /** Of “reverse repo pays first”. */
  rmse_rrp_first: { reserves_bn: number | null; on_rrp_bn: number | null };
  /** Of a spread of zero. */
  rmse_zero_spread: { spread_bp: number | null };
}

/** Version of this package. */
export declare const version: string;
/** Version of the equations and coefficients. */
export declare const modelVersion: string;
/** Date of the newest balance sheet that the model has. */
export declare const dataDate: string;

/** Every lever and coefficient with range, unit, default, tag and source. */
export declare function parameters(): Parameter[];
/** The prepared scenarios, in the order of the argument. */
export declare function scenarios(): Scenario[];
/** The curated balance sheets. */
export declare function starts(): Start[];
/** Every series with unit and meaning. */
export declare function series(): Series[];

/**
 * Runs two years.
 * @throws {Refusal} for a key, value, start or week that cannot be.
 */
export declare function simulate(settings?: Settings): Run;

/**
 * Draws the coefficients over their ranges and gives quantiles, with as many workers as there are cores,
 * four at most. The same bits for any number of workers. Rejects with a {@link Refusal}.
 */
export declare function ensemble(settings?: Settings, options?: EnsembleOptions): Promise<Bands>;

/**
 * Says what moved level and index, what else would have moved as much, and which assumptions matter.
 * Thousands of runs, up to a second: call it in a worker where a page must stay smooth.
 * @throws {Refusal} for a key, value, start or week that cannot be.
 */
export declare function attribute(settings?: Settings): Attribution;

/**
 * Finds the value of a lever at which a series meets a target, or comes nearest.
 * @throws {Refusal} for what is missing or cannot be.
 */
export declare function solve(question: Question): Solution;

/**
 * Drives the model with published data, those of 2015 to 2025 unless there are tables of one's own.
 * @throws {Refusal} with file and line for a table that cannot be used.
 */
export declare function backtest(tables?: Tables | null, options?: BacktestOptions): Backtest;

/**
 * Writes the model for system-dynamics engines.
 * @throws {Refusal} for any other format, and for settings that cannot be.
 */
export declare function exportModel(format?: 'xmile' | 'mdl', settings?: Settings): string;
