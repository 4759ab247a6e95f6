BEGIN TRANSACTION;
CREATE TABLE areas (
	row_id INTEGER NOT NULL, 
	base TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name_zh TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	region TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "areas" VALUES(1,'coal','core','核心区','Core','522600','s1',-6873874189117160656,1,NULL);
CREATE TABLE bases (
	row_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	"order" INTEGER NOT NULL, 
	name_zh TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	short_zh TEXT NOT NULL, 
	short_en TEXT NOT NULL, 
	note_zh TEXT NOT NULL, 
	note_en TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "bases" VALUES(1,'coal',1,'能源基地','Energy base','能源','Energy','','',3639235661709839990,1,NULL);
CREATE TABLE events (
	row_id INTEGER NOT NULL, 
	date TEXT NOT NULL, 
	base TEXT NOT NULL, 
	region TEXT NOT NULL, 
	title_zh TEXT NOT NULL, 
	title_en TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "events" VALUES(1,'2023-08-02','coal','520000','座谈会','Meeting','meeting','s1',-4072156049005386566,1,NULL);
CREATE TABLE indicators (
	row_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	headline INTEGER, 
	reference TEXT NOT NULL, 
	name_zh TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	definition_zh TEXT NOT NULL, 
	definition_en TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "indicators" VALUES(1,'coal.output','coal',1,'','原煤产量','Coal output','万吨','up','flow','产量。','Output.',-1513385241552397949,1,NULL);
INSERT INTO "indicators" VALUES(2,'coal.share','coal',NULL,'coal.output','占比','Share','%','none','ratio','比重。','Share.',4598261596372289245,1,NULL);
CREATE TABLE loaded_files (
	name TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "loaded_files" VALUES('bases.csv','b2bd7fb9092784b6b2b0b82bea2618e2925db11f55640f2e402b9f7785c360ce');
INSERT INTO "loaded_files" VALUES('regions.csv','fcfdd9a5da06a8ce8b4750131a4aabf28c10c09af5ffbdce3874e8f043cedc26');
INSERT INTO "loaded_files" VALUES('units.csv','b0297aafb1be23329ead2094a246b19f986c779cc5ec72a085617bbef504db72');
INSERT INTO "loaded_files" VALUES('indicators.csv','db4c1f147400a1fdf46fde8d02fed7f89e35b4b4db401ac05a2240d15bebd4a4');
INSERT INTO "loaded_files" VALUES('sources.csv','5599e926cab8f166e8cf7100a9d991eca62cdbc9b3c10d70e9ad93f65a3fd8c2');
INSERT INTO "loaded_files" VALUES('observations/coal.csv','ec7b4f7bc7cc7508a2d805c25ff631b4ed36631dc22f0f3f01619a14ae8f006a');
INSERT INTO "loaded_files" VALUES('targets/coal.csv','43724b1c03c63b7c5455278e9db9129d6903cb976d878b6d946f698dd522ee0f');
INSERT INTO "loaded_files" VALUES('projects.csv','d6a80b7e20cb5baf179d269d3878c5f7bb9155ed83e1a54f7860e9f2ae438a11');
INSERT INTO "loaded_files" VALUES('events.csv','cd0d47261963219dcff4566c1dbd5856f1df5c8d92313b112a7cd1ddefde0ec9');
INSERT INTO "loaded_files" VALUES('proposals.csv','691e33fea4876463ba67b5e585a7a1eb7b1394c8e18d4e74ef403ba2bb892b88');
INSERT INTO "loaded_files" VALUES('areas.csv','84b09befa1276cc53bc26787930f503384d2f177b603e715516bfd91a603480a');
INSERT INTO "loaded_files" VALUES('rules','2');
CREATE TABLE observations (
	row_id INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	region TEXT NOT NULL, 
	period TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	value FLOAT, 
	unit TEXT NOT NULL, 
	qualifier TEXT NOT NULL, 
	status TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "observations" VALUES(1,'coal.output','520000','2022','12813',12813.0,'万吨','exact','actual','s1','',-3687516724121821961,1,2);
INSERT INTO "observations" VALUES(2,'coal.output','520000','2023-H1','6500.40',6500.4,'万吨','about','actual','s1','上半年',78137108496111084,1,2);
INSERT INTO "observations" VALUES(3,'coal.output','520000','2024','14000',14000.0,'万吨','over','actual','s3','single month',-5377516438424040690,1,NULL);
INSERT INTO "observations" VALUES(4,'coal.output','522600','2022','1.1',0.00011,'吨','exact','actual','s2','',2148471109161075815,1,NULL);
INSERT INTO "observations" VALUES(5,'coal.share','520000','2022','67',67.0,'%','exact','actual','s1','',-79169310596039848,1,NULL);
INSERT INTO "observations" VALUES(6,'coal.share','522600','2022','—',NULL,'%','exact','actual','s1','',-1948147437623638327,1,NULL);
INSERT INTO "observations" VALUES(7,'coal.output','520000','2022','12900',12900.0,'万吨','exact','actual','s1','',-2507399173043413221,2,NULL);
INSERT INTO "observations" VALUES(8,'coal.output','520000','2023-H1','6500.40',6500.4,'万吨','about','actual','s1','截至六月',8546346877584328962,2,NULL);
CREATE TABLE projects (
	row_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	region TEXT NOT NULL, 
	name_zh TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	year TEXT NOT NULL, 
	capacity TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	investment_yi_yuan TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "projects" VALUES(1,'p1','coal','522601','煤矿','Mine','building','2023','30','万平方米','','s1','二期',-8057446296056336976,1,NULL);
CREATE TABLE proposals (
	row_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	region TEXT NOT NULL, 
	date TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	person TEXT NOT NULL, 
	title_zh TEXT NOT NULL, 
	title_en TEXT NOT NULL, 
	responds_to TEXT NOT NULL, 
	source TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "proposals" VALUES(1,'q1','coal','520000','2023-08','proposal','王立','建议','Proposal','','s1',-873969479098060622,1,NULL);
INSERT INTO "proposals" VALUES(2,'q2','coal','520000','2023-08','response','','回应','Response','q1','s1',464105249123418046,1,NULL);
CREATE TABLE regions (
	row_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name_zh TEXT NOT NULL, 
	short_zh TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	level TEXT NOT NULL, 
	parent TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "regions" VALUES(1,'520000','贵州省','贵州','Guizhou','province','',5376567564331468272,1,NULL);
INSERT INTO "regions" VALUES(2,'522600','黔东南州','黔东南','Qiandongnan','prefecture','520000',2913005849255710286,1,NULL);
INSERT INTO "regions" VALUES(3,'522601','凯里市','凯里','Kaili','county','522600',3879045433696425298,1,NULL);
CREATE TABLE releases (
	number INTEGER NOT NULL, 
	time TEXT NOT NULL, 
	note TEXT NOT NULL, 
	added INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	removed INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "releases" VALUES(1,'2026-11-25T02:36:15+00:00','',25,0,0,'6903233e5a735c40039e676b6cb29a3dd3a26c41a7a01c43ab1cf373c23ad00d');
INSERT INTO "releases" VALUES(2,'2026-11-25T02:36:15+00:00','',0,2,0,'ba37950ee091b93f82a575af4567963daa076f587f06f24593a25609366f27e4');
CREATE TABLE sources (
	row_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	publisher TEXT NOT NULL, 
	published TEXT NOT NULL, 
	url TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	note TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "sources" VALUES(1,'s1','统计公报','统计局','2024-03-20','','statistics','original','',-4216361097348400380,1,NULL);
INSERT INTO "sources" VALUES(2,'s2','工作报告','省政府','2021-01','','government','original','',5833708188403797708,1,NULL);
INSERT INTO "sources" VALUES(3,'s3','Report','China Daily','2022-05','https://example.org/r','press','reprint','as of publication',-5467364915677930968,1,NULL);
CREATE TABLE targets (
	row_id INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	region TEXT NOT NULL, 
	period TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	value FLOAT NOT NULL, 
	unit TEXT NOT NULL, 
	comparator TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "targets" VALUES(1,'coal.output','520000','2025','15000',15000.0,'万吨','>=','plan','s2','',1526113072609027866,1,NULL);
CREATE TABLE units (
	row_id INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	dimension TEXT NOT NULL, 
	factor TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	english_unit TEXT NOT NULL, 
	row_hash BIGINT NOT NULL, 
	valid_from INTEGER NOT NULL, 
	valid_to INTEGER, 
	PRIMARY KEY (row_id)
);
INSERT INTO "units" VALUES(1,'%','ratio','1','%','%',6817736113071720288,1,NULL);
INSERT INTO "units" VALUES(2,'万吨','mass','10000','10 kt','kt',7014515381199822471,1,NULL);
INSERT INTO "units" VALUES(3,'吨','mass','1','t','t',1550423464024039334,1,NULL);
INSERT INTO "units" VALUES(4,'箱','mass','50','case','t',6980457214763238062,1,NULL);
CREATE INDEX ix_bases ON bases (id);
CREATE INDEX ix_regions ON regions (code);
CREATE INDEX ix_units ON units (unit);
CREATE INDEX ix_indicators ON indicators (id);
CREATE INDEX ix_sources ON sources (id);
CREATE INDEX ix_observations ON observations (indicator, region);
CREATE INDEX ix_targets ON targets (indicator, region);
CREATE INDEX ix_projects ON projects (base);
CREATE INDEX ix_events ON events (base);
CREATE INDEX ix_proposals ON proposals (base);
CREATE INDEX ix_areas ON areas (base);
COMMIT;
