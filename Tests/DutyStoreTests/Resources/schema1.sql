PRAGMA user_version=1;
PRAGMA application_id=1148548217;
BEGIN TRANSACTION;
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    publication INTEGER NOT NULL REFERENCES publication(id),
    unit TEXT NOT NULL CHECK (unit <> ''),
    post TEXT NOT NULL CHECK (post <> ''),
    person TEXT NOT NULL CHECK (person <> ''),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    day INTEGER NOT NULL,
    line INTEGER NOT NULL,
    CHECK (starts_at < ends_at)
) STRICT;
INSERT INTO "assignment" VALUES(1,1,'office','leader','p2',1772497800,1772584200,1,20515,2);
INSERT INTO "assignment" VALUES(2,1,'office','officer','p3',1772497800,1772584200,1,20515,2);
INSERT INTO "assignment" VALUES(3,1,'office','leader','p1',1772584200,1772670600,1,20516,3);
INSERT INTO "assignment" VALUES(4,1,'office','officer','p4',1772584200,1772670600,1,20516,3);
INSERT INTO "assignment" VALUES(5,1,'office','leader','p2',1772670600,1772757000,1,20517,4);
INSERT INTO "assignment" VALUES(6,1,'office','officer','p3',1772670600,1772757000,1,20517,4);
CREATE TABLE contact (
    place TEXT NOT NULL CHECK (place <> ''),
    person TEXT NOT NULL CHECK (person <> ''),
    publication INTEGER NOT NULL REFERENCES publication(id),
    mobile TEXT NOT NULL,
    office_phone TEXT NOT NULL,
    PRIMARY KEY (place, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "contact" VALUES('q','p1',1,'10000000001','');
INSERT INTO "contact" VALUES('q','p2',1,'10000000002','');
INSERT INTO "contact" VALUES('q','p3',1,'10000000003','');
INSERT INTO "contact" VALUES('q','p4',1,'10000000004','');
CREATE TABLE desk (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    kind TEXT NOT NULL CHECK (kind IN ('real', 'drill')),
    name TEXT CHECK (name <> ''),
    now INTEGER,
    CHECK ((kind = 'drill') = (name IS NOT NULL)),
    CHECK ((kind = 'drill') = (now IS NOT NULL))
) STRICT;
INSERT INTO "desk" VALUES(1,'drill','旧库',1772586720);
CREATE TABLE engine (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE incident (
    number TEXT PRIMARY KEY NOT NULL CHECK (number = printf('%d-%04d', year, sequence)),
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    grading TEXT NOT NULL CHECK (json_valid(grading)),
    plan TEXT NOT NULL CHECK (json_valid(plan)),
    phase TEXT NOT NULL CHECK (phase IN ('open', 'acknowledged', 'closed')),
    round INTEGER NOT NULL CHECK (round >= 1),
    steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
    next_step_at INTEGER,
    is_unreachable INTEGER NOT NULL CHECK (is_unreachable IN (0, 1)),
    is_unroutable INTEGER NOT NULL CHECK (is_unroutable IN (0, 1)),
    told TEXT NOT NULL CHECK (json_valid(told)),
    UNIQUE (year, sequence),
    CHECK ((phase = 'open') = (next_step_at IS NOT NULL))
) STRICT;
INSERT INTO "incident" VALUES('2026-0001',2026,1,'{"casualties":{"dead":0},"category":"accident","place":"化工园","receivedAt":1772586000,"recordedAt":1772586000,"type":"危险化学品","unit":"office","what":"泄漏"}','{"computed":{"decidedBy":["dead"],"grade":"IV","unknown":["serious","loss"]}}','{"fallback":[{"person":{"_0":"p1"}},{"phone":{"_0":"office"}}],"ladder":{"match":{"categories":[],"grades":[],"types":[],"units":[]},"name":"default","steps":[{"need":"any","tell":[{"tier":{"_0":"leader"}}],"wait":[16,4852094820647174144]},{"need":"any","tell":[{"tier":{"_0":"duty-officer"}}],"wait":[32,9704189641294348288]}]},"origin":"policy","roundPause":[16,4852094820647174144],"ways":[{"kind":{"call":{}},"name":"call"}]}','open',2,0,1772586900,1,0,'[]');
INSERT INTO "incident" VALUES('2026-0002',2026,2,'{"casualties":{},"place":"城关镇","receivedAt":1772586720,"recordedAt":1772586720,"unit":"office","what":"停电"}','{}','{"fallback":[{"person":{"_0":"p1"}},{"phone":{"_0":"office"}}],"ladder":{"match":{"categories":[],"grades":[],"types":[],"units":[]},"name":"default","steps":[{"need":"any","tell":[{"tier":{"_0":"leader"}}],"wait":[16,4852094820647174144]},{"need":"any","tell":[{"tier":{"_0":"duty-officer"}}],"wait":[32,9704189641294348288]}]},"origin":"policy","roundPause":[16,4852094820647174144],"ways":[{"kind":{"call":{}},"name":"call"}]}','acknowledged',1,1,NULL,0,0,'[{"post":"leader","recipient":{"person":{"_0":"p1"}},"round":1,"standing":"acknowledged","step":1,"target":{"tier":{"_0":"leader"}},"unit":"office","way":0,"ways":["call"]}]');
CREATE TABLE informant (
    incident TEXT PRIMARY KEY NOT NULL REFERENCES incident(number),
    salt TEXT NOT NULL CHECK (salt <> ''),
    words TEXT NOT NULL CHECK (words <> '')
) STRICT;
INSERT INTO "informant" VALUES('2026-0001','f0ee4412a1eb01f99b517c435b33fde5','门卫老刘');
CREATE TABLE ledger (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    at INTEGER NOT NULL,
    incident TEXT CHECK (incident <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    body TEXT NOT NULL CHECK (json_valid(body)),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
INSERT INTO "ledger" VALUES(1,1772586000,NULL,'drill-started','{"drillStarted":{"name":"旧库"}}','0000000000000000000000000000000000000000000000000000000000000000','98d4f9038929acf4244215f9c2cc9a433692136ff72cc98a9c8aacb1e6891243');
INSERT INTO "ledger" VALUES(2,1772586000,NULL,'published','{"published":{"_0":{"accepted":[],"digest":"849d1e797fe3860e70ff4ed1d68306499c428e7f744f90800d36617988a503dc","period":"p","place":"q","version":1}}}','98d4f9038929acf4244215f9c2cc9a433692136ff72cc98a9c8aacb1e6891243','6bd3dbca0c2918625d80a566f89bb49b0eefa291dd9efe947e107a3f9020c94e');
INSERT INTO "ledger" VALUES(3,1772586000,'2026-0001','reported','{"reported":{"_0":{"facts":{"casualties":{"dead":0},"category":"accident","place":"化工园","receivedAt":1772586000,"recordedAt":1772586000,"type":"危险化学品","unit":"office","what":"泄漏"},"grading":{"computed":{"decidedBy":["dead"],"grade":"IV","unknown":["serious","loss"]}},"informantHash":"3b9de2ff886aeefcfd0f8048265ed4aa0569c2650626d3e51d9fd6487286a3d0","plan":{"fallback":[{"person":{"_0":"p1"}},{"phone":{"_0":"office"}}],"ladder":{"match":{"categories":[],"grades":[],"types":[],"units":[]},"name":"default","steps":[{"need":"any","tell":[{"tier":{"_0":"leader"}}],"wait":[16,4852094820647174144]},{"need":"any","tell":[{"tier":{"_0":"duty-officer"}}],"wait":[32,9704189641294348288]}]},"origin":"policy","roundPause":[16,4852094820647174144],"ways":[{"kind":{"call":{}},"name":"call"}]}}}}','6bd3dbca0c2918625d80a566f89bb49b0eefa291dd9efe947e107a3f9020c94e','4405858e6969f4e6ba86d9dc4a8b43f2b85a77f46959399359754dd1004032a7');
INSERT INTO "ledger" VALUES(4,1772586000,'2026-0001','step-run','{"stepRun":{"ladder":"default","misses":[],"round":1,"step":1,"until":1772586300}}','4405858e6969f4e6ba86d9dc4a8b43f2b85a77f46959399359754dd1004032a7','c8143d24cdec9c1f6b05ad6ce08bb5e6afde30ba2bc280eee2edb5f11a036f43');
INSERT INTO "ledger" VALUES(5,1772586000,'2026-0001','told','{"told":{"message":{"text":"2026-0001/1/1/p1/call"},"told":{"post":"leader","recipient":{"person":{"_0":"p1"}},"round":1,"standing":"waiting","step":1,"target":{"tier":{"_0":"leader"}},"unit":"office","way":0,"ways":["call"]}}}','c8143d24cdec9c1f6b05ad6ce08bb5e6afde30ba2bc280eee2edb5f11a036f43','12985d868a4dda43ed9cef95b4b2445747511cdf27c3e013931a14d666b383ce');
INSERT INTO "ledger" VALUES(6,1772586000,'2026-0001','delivered','{"delivered":{"attempt":1,"message":{"text":"2026-0001/1/1/p1/call"},"outcome":{"accepted":{}}}}','12985d868a4dda43ed9cef95b4b2445747511cdf27c3e013931a14d666b383ce','ea6757ffcf3236c169a45c067d7382542607d67f2aa2d62682a33953fb2c9489');
INSERT INTO "ledger" VALUES(7,1772586000,'2026-0001','called','{"called":{"message":{"text":"2026-0001/1/1/p1/call"},"outcome":"no-answer","recipient":{"person":{"_0":"p1"}}}}','ea6757ffcf3236c169a45c067d7382542607d67f2aa2d62682a33953fb2c9489','aea19711fce777b55548531b87fe268546589d5f602d4522e89f69f07314aa54');
INSERT INTO "ledger" VALUES(8,1772586000,'2026-0001','step-hurried','{"stepHurried":{"round":1,"step":1}}','aea19711fce777b55548531b87fe268546589d5f602d4522e89f69f07314aa54','7f0cda6bb69db1f6d29985f19fa5a65f544d403f3009529351b03efc1d866bae');
INSERT INTO "ledger" VALUES(9,1772586000,'2026-0001','step-run','{"stepRun":{"ladder":"default","misses":[],"round":1,"step":2,"until":1772586600}}','7f0cda6bb69db1f6d29985f19fa5a65f544d403f3009529351b03efc1d866bae','2558cef1c027419136446df63fb4e7453ca32af358bb49608c018aaad613d634');
INSERT INTO "ledger" VALUES(10,1772586000,'2026-0001','told','{"told":{"message":{"text":"2026-0001/1/2/p4/call"},"told":{"post":"officer","recipient":{"person":{"_0":"p4"}},"round":1,"standing":"waiting","step":2,"target":{"tier":{"_0":"duty-officer"}},"unit":"office","way":0,"ways":["call"]}}}','2558cef1c027419136446df63fb4e7453ca32af358bb49608c018aaad613d634','85ea97e4e6b7107666c46b10575b2462976a51808ab31c20d717fb7423fb8a3f');
INSERT INTO "ledger" VALUES(11,1772586720,NULL,'clock-moved','{"clockMoved":{"from":1772586000,"to":1772586720}}','85ea97e4e6b7107666c46b10575b2462976a51808ab31c20d717fb7423fb8a3f','456ab4d1abaade7251d90446c01c8e6d61ebb962384985a6d868e5089434fc98');
INSERT INTO "ledger" VALUES(12,1772586000,'2026-0001','delivered','{"delivered":{"attempt":1,"message":{"text":"2026-0001/1/2/p4/call"},"outcome":{"accepted":{}}}}','456ab4d1abaade7251d90446c01c8e6d61ebb962384985a6d868e5089434fc98','edd8c1039f02760c9c4b7d22c86f8fb8964906f48bc5a633e69a71d1187dc0ad');
INSERT INTO "ledger" VALUES(13,1772586600,'2026-0001','round-ended','{"roundEnded":{"nextRoundAt":1772586900,"round":1,"toldNobody":false}}','edd8c1039f02760c9c4b7d22c86f8fb8964906f48bc5a633e69a71d1187dc0ad','e05284a735db3f47c1063d85e2790dcb72f5ef7e731ba28a9ecfa9388f5cf0c3');
INSERT INTO "ledger" VALUES(14,1772586720,'2026-0002','reported','{"reported":{"_0":{"facts":{"casualties":{},"place":"城关镇","receivedAt":1772586720,"recordedAt":1772586720,"unit":"office","what":"停电"},"grading":{},"plan":{"fallback":[{"person":{"_0":"p1"}},{"phone":{"_0":"office"}}],"ladder":{"match":{"categories":[],"grades":[],"types":[],"units":[]},"name":"default","steps":[{"need":"any","tell":[{"tier":{"_0":"leader"}}],"wait":[16,4852094820647174144]},{"need":"any","tell":[{"tier":{"_0":"duty-officer"}}],"wait":[32,9704189641294348288]}]},"origin":"policy","roundPause":[16,4852094820647174144],"ways":[{"kind":{"call":{}},"name":"call"}]}}}}','e05284a735db3f47c1063d85e2790dcb72f5ef7e731ba28a9ecfa9388f5cf0c3','f13567dd123a2188f2c827842930c747117a0077749b6ed281ade2ea1d4af18a');
INSERT INTO "ledger" VALUES(15,1772586720,'2026-0002','step-run','{"stepRun":{"ladder":"default","misses":[],"round":1,"step":1,"until":1772587020}}','f13567dd123a2188f2c827842930c747117a0077749b6ed281ade2ea1d4af18a','a9ee915db6cc14e4c21d7378aeab6fe609befa7c1a8ad46bd9fd9894dbba67d8');
INSERT INTO "ledger" VALUES(16,1772586720,'2026-0002','told','{"told":{"message":{"text":"2026-0002/1/1/p1/call"},"told":{"post":"leader","recipient":{"person":{"_0":"p1"}},"round":1,"standing":"waiting","step":1,"target":{"tier":{"_0":"leader"}},"unit":"office","way":0,"ways":["call"]}}}','a9ee915db6cc14e4c21d7378aeab6fe609befa7c1a8ad46bd9fd9894dbba67d8','1f65a309aa8045afb969cad63e467fb845453b74c837253a62ce64f3f30e736e');
INSERT INTO "ledger" VALUES(17,1772586720,'2026-0002','acknowledged','{"acknowledged":{"by":"p1","stopsLadder":true,"wasTold":true}}','1f65a309aa8045afb969cad63e467fb845453b74c837253a62ce64f3f30e736e','7d03c4108ad2777c2964a551dbf41e7259de66857d601a1cb7185542d4d50431');
INSERT INTO "ledger" VALUES(18,1772586720,'2026-0002','delivered','{"delivered":{"attempt":0,"message":{"text":"2026-0002/1/1/p1/call"},"outcome":{"failedForGood":{"_0":{"incidentAcknowledged":{}}}}}}','7d03c4108ad2777c2964a551dbf41e7259de66857d601a1cb7185542d4d50431','d2c94c2dc877632dfa6dc684d27d64033b725babe3527c386e4d57896f1b871b');
CREATE TABLE message (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    incident TEXT NOT NULL REFERENCES incident(number),
    round INTEGER NOT NULL CHECK (round >= 1),
    step INTEGER NOT NULL CHECK (step >= 1),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    channel TEXT NOT NULL CHECK (channel <> ''),
    unit TEXT CHECK (unit <> ''),
    post TEXT CHECK (post <> ''),
    target TEXT NOT NULL CHECK (json_valid(target)),
    definition TEXT NOT NULL CHECK (json_valid(definition)),
    created_at INTEGER NOT NULL,
    answer_by INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'accepted', 'retrying', 'failed')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_try_at INTEGER,
    lease_until INTEGER,
    lease_owner TEXT CHECK (lease_owner <> ''),
    accepted_at INTEGER,
    due_at INTEGER GENERATED ALWAYS AS (coalesce(next_try_at, lease_until)) VIRTUAL,
    UNIQUE (incident, round, step, recipient, channel),
    CHECK ((state IN ('pending', 'retrying')) = (next_try_at IS NOT NULL)),
    CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
    CHECK (state <> 'sending' OR attempts >= 1),
    CHECK (state <> 'accepted' OR accepted_at IS NOT NULL),
    CHECK (accepted_at IS NULL OR state IN ('accepted', 'failed'))
) STRICT;
INSERT INTO "message" VALUES(1,'2026-0001/1/1/p1/call','2026-0001',1,1,'p1','call','office','leader','{"tier":{"_0":"leader"}}','{"kind":{"call":{}},"name":"call"}',1772586000,1772586300,'accepted',1,NULL,NULL,NULL,1772586000);
INSERT INTO "message" VALUES(2,'2026-0001/1/2/p4/call','2026-0001',1,2,'p4','call','office','officer','{"tier":{"_0":"duty-officer"}}','{"kind":{"call":{}},"name":"call"}',1772586000,1772586600,'accepted',1,NULL,NULL,NULL,1772586000);
INSERT INTO "message" VALUES(3,'2026-0002/1/1/p1/call','2026-0002',1,1,'p1','call','office','leader','{"tier":{"_0":"leader"}}','{"kind":{"call":{}},"name":"call"}',1772586720,1772587020,'failed',0,NULL,NULL,NULL,NULL);
CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL CHECK (place <> ''),
    period TEXT NOT NULL CHECK (period <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    published_at INTEGER NOT NULL,
    published_by TEXT CHECK (published_by <> ''),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    zone TEXT NOT NULL CHECK (zone <> ''),
    longest_duty INTEGER NOT NULL CHECK (longest_duty >= 0),
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    UNIQUE (place, period, version),
    CHECK (starts_at <= ends_at)
) STRICT;
INSERT INTO "publication" VALUES(1,'q','p',1,1772586000,NULL,1772553600,1772726400,'Asia/Shanghai',86400,'{"accepted":[],"notices":[{"holidays":[{"name":"元旦","off":["2024-01-01"],"statutory":["2024-01-01"],"work":[]},{"name":"春节","off":["2024-02-10","2024-02-11","2024-02-12","2024-02-13","2024-02-14","2024-02-15","2024-02-16","2024-02-17"],"statutory":["2024-02-10","2024-02-11","2024-02-12"],"work":["2024-02-04","2024-02-18"]},{"name":"清明节","off":["2024-04-04","2024-04-05","2024-04-06"],"statutory":["2024-04-04"],"work":["2024-04-07"]},{"name":"劳动节","off":["2024-05-01","2024-05-02","2024-05-03","2024-05-04","2024-05-05"],"statutory":["2024-05-01"],"work":["2024-04-28","2024-05-11"]},{"name":"端午节","off":["2024-06-10"],"statutory":["2024-06-10"],"work":[]},{"name":"中秋节","off":["2024-09-15","2024-09-16","2024-09-17"],"statutory":["2024-09-17"],"work":["2024-09-14"]},{"name":"国庆节","off":["2024-10-01","2024-10-02","2024-10-03","2024-10-04","2024-10-05","2024-10-06","2024-10-07"],"statutory":["2024-10-01","2024-10-02","2024-10-03"],"work":["2024-09-29","2024-10-12"]}],"published":"2023-10-25","source":"https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm","status":"announced","title":"国务院办公厅关于2024年部分节假日安排的通知","version":1,"year":2024},{"holidays":[{"name":"元旦","off":["2025-01-01"],"statutory":["2025-01-01"],"work":[]},{"name":"春节","off":["2025-01-28","2025-01-29","2025-01-30","2025-01-31","2025-02-01","2025-02-02","2025-02-03","2025-02-04"],"statutory":["2025-01-28","2025-01-29","2025-01-30","2025-01-31"],"work":["2025-01-26","2025-02-08"]},{"name":"清明节","off":["2025-04-04","2025-04-05","2025-04-06"],"statutory":["2025-04-04"],"work":[]},{"name":"劳动节","off":["2025-05-01","2025-05-02","2025-05-03","2025-05-04","2025-05-05"],"statutory":["2025-05-01","2025-05-02"],"work":["2025-04-27"]},{"name":"端午节","off":["2025-05-31","2025-06-01","2025-06-02"],"statutory":["2025-05-31"],"work":[]},{"name":"国庆节、中秋节","off":["2025-10-01","2025-10-02","2025-10-03","2025-10-04","2025-10-05","2025-10-06","2025-10-07","2025-10-08"],"statutory":["2025-10-01","2025-10-02","2025-10-03","2025-10-06"],"work":["2025-09-28","2025-10-11"]}],"number":"国办发明电〔2024〕12号","source":"https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm","status":"announced","title":"国务院办公厅关于2025年部分节假日安排的通知","version":1,"year":2025},{"holidays":[{"name":"元旦","off":["2026-01-01","2026-01-02","2026-01-03"],"statutory":["2026-01-01"],"work":["2026-01-04"]},{"name":"春节","off":["2026-02-15","2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-02-20","2026-02-21","2026-02-22","2026-02-23"],"statutory":["2026-02-16","2026-02-17","2026-02-18","2026-02-19"],"work":["2026-02-14","2026-02-28"]},{"name":"清明节","off":["2026-04-04","2026-04-05","2026-04-06"],"statutory":["2026-04-05"],"work":[]},{"name":"劳动节","off":["2026-05-01","2026-05-02","2026-05-03","2026-05-04","2026-05-05"],"statutory":["2026-05-01","2026-05-02"],"work":["2026-05-09"]},{"name":"端午节","off":["2026-06-19","2026-06-20","2026-06-21"],"statutory":["2026-06-19"],"work":[]},{"name":"国庆节","off":["2026-10-01","2026-10-02","2026-10-03","2026-10-04","2026-10-05","2026-10-06","2026-10-07"],"statutory":["2026-10-01","2026-10-02","2026-10-03"],"work":["2026-09-20","2026-10-10"]},{"name":"中秋节","off":["2026-09-25","2026-09-26","2026-09-27"],"statutory":["2026-09-25"],"work":[]}],"number":"国办发明电〔2025〕7号","published":"2025-11-04","source":"https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm","status":"announced","title":"国务院办公厅关于2026年部分节假日安排的通知","version":1,"year":2026},{"holidays":[{"name":"元旦","off":[],"statutory":["2027-01-01"],"work":[]},{"name":"春节","off":[],"statutory":["2027-02-05","2027-02-06","2027-02-07","2027-02-08"],"work":[]},{"name":"清明节","off":[],"statutory":["2027-04-05"],"work":[]},{"name":"劳动节","off":[],"statutory":["2027-05-01","2027-05-02"],"work":[]},{"name":"端午节","off":[],"statutory":["2027-06-09"],"work":[]},{"name":"中秋节","off":[],"statutory":["2027-09-15"],"work":[]},{"name":"国庆节","off":[],"statutory":["2027-10-01","2027-10-02","2027-10-03"],"work":[]}],"source":"全国年节及纪念日放假办法（2024-11-10修订）第二条","status":"provisional","title":"全国年节及纪念日放假办法（2027年法定节假日，暂定）","version":1,"year":2027}],"period":{"acceptBy":[],"key":"p","kind":"special","requires":[{"posts":[{"post":0},{"post":1}],"unit":0}],"source":"示例","span":{"dates":{"from":"2026-03-04","to":"2026-03-05"}}},"place":{"absences":[],"key":"q","name":"清河县","people":[{"employment":{"established":{}},"id":"p1","line":2,"mobile":"","name":"李建国","officePhone":"","qualifications":[],"rank":{"level":2},"title":"主任","unit":0},{"employment":{"established":{}},"id":"p2","line":3,"mobile":"","name":"张卫东","officePhone":"","qualifications":[],"rank":{"level":1},"title":"副主任","unit":0},{"employment":{"established":{}},"id":"p3","line":4,"mobile":"","name":"王芳","officePhone":"","qualifications":[],"rank":{"level":0},"title":"科员","unit":0},{"employment":{"established":{}},"id":"p4","line":5,"mobile":"","name":"赵强","officePhone":"","qualifications":[],"rank":{"level":0},"title":"科员","unit":0}],"posts":[{"count":1,"cover":{"always":{}},"employment":[],"handles":[],"isOnSite":true,"key":"leader","name":"带班领导","qualifications":[],"rank":{"level":1},"tier":"leader"},{"count":1,"cover":{"always":{}},"employment":[],"handles":[],"isOnSite":true,"key":"officer","name":"值班员","qualifications":[],"tier":"duty-officer"}],"ranks":["科员","乡科级副职","乡科级正职"],"rules":{"settings":{"reachable":{"level":"warning"}}},"shifts":[{"key":"day","name":"白班","window":{"end":{"minutes":510},"start":{"minutes":510}}}],"units":[{"dutyPhone":"0000-5550100","hours":{"entries":[{"from":"2026-01-01","window":{"end":{"minutes":1050},"start":{"minutes":510}}}],"key":"office"},"id":"office","name":"政府办公室","posts":[0,1]}],"zone":"Asia/Shanghai"},"policy":{"channels":[{"kind":{"call":{}},"name":"call"}],"contact":["call"],"fallback":[{"person":{"_0":"p1"}},{"phone":{"_0":"office"}}],"ladders":[{"match":{"categories":[],"grades":[],"types":[],"units":[]},"name":"default","steps":[{"need":"any","tell":[{"tier":{"_0":"leader"}}],"wait":[16,4852094820647174144]},{"need":"any","tell":[{"tier":{"_0":"duty-officer"}}],"wait":[32,9704189641294348288]}]}],"limits":[{"categories":["accident"],"grades":["I","II","III","IV"],"over":"any","profile":"national","source":"国令493 第十一条","starts":"received","to":"superior","types":[],"within":[390,5769811253274869760]}],"roundPause":[16,4852094820647174144],"ungradedAs":"III"},"specialPeriods":[{"from":"2027-02-25","name":"2027年全国两会","source":"清河县值班通知（示例，日期虚构）","to":"2027-03-16"},{"from":"2027-05-01","name":"2027年汛期","source":"省防汛抗旱指挥部通告（示例，日期虚构；汛期起止由省里规定）","to":"2027-09-30"}],"tables":[{"file":"r/q/p/office.csv","posts":[0,1],"unit":0,"weekdays":[{"date":"2026-03-03","line":2,"text":"二"},{"date":"2026-03-04","line":3,"text":"三"},{"date":"2026-03-05","line":4,"text":"四"}]}]}','849d1e797fe3860e70ff4ed1d68306499c428e7f744f90800d36617988a503dc');
CREATE TABLE publication_unit (
    unit TEXT NOT NULL CHECK (unit <> ''),
    publication INTEGER NOT NULL REFERENCES publication(id),
    PRIMARY KEY (unit, publication)
) STRICT, WITHOUT ROWID;
INSERT INTO "publication_unit" VALUES('office',1);
CREATE TRIGGER desk_kept BEFORE DELETE ON desk
BEGIN SELECT RAISE(ABORT, 'the desk row stays'); END;
CREATE TRIGGER desk_forward BEFORE UPDATE ON desk
WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.name IS NOT OLD.name OR NEW.now < OLD.now
BEGIN SELECT RAISE(ABORT, 'the clock only goes forward'); END;
CREATE INDEX ledger_by_incident ON ledger(incident, seq);
CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;
CREATE INDEX assignment_by_start ON assignment(publication, starts_at, ends_at);
CREATE TRIGGER publication_unchanged BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
CREATE TRIGGER publication_kept BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published is never deleted'); END;
CREATE TRIGGER publication_unit_unchanged BEFORE UPDATE ON publication_unit
BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
CREATE TRIGGER publication_unit_kept BEFORE DELETE ON publication_unit
BEGIN SELECT RAISE(ABORT, 'what was published is never deleted'); END;
CREATE TRIGGER assignment_unchanged BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
CREATE TRIGGER assignment_kept BEFORE DELETE ON assignment
BEGIN SELECT RAISE(ABORT, 'what was published is never deleted'); END;
CREATE INDEX incident_by_next_step ON incident(next_step_at) WHERE next_step_at IS NOT NULL;
CREATE TRIGGER incident_kept BEFORE DELETE ON incident
BEGIN SELECT RAISE(ABORT, 'incidents are never deleted'); END;
CREATE INDEX message_by_due ON message(due_at) WHERE due_at IS NOT NULL;
CREATE TRIGGER message_kept BEFORE DELETE ON message
BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END;
COMMIT;