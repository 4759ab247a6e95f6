"""A data folder of a few readable rows, without problems."""

from pathlib import Path

TINY = {
    "bases.csv": "id,order,name_zh,name_en,short_zh,short_en,note_zh,note_en\n"
    "coal,1,能源基地,Energy base,能源,Energy,,\n",
    "regions.csv": "code,name_zh,short_zh,name_en,level,parent\n"
    "520000,贵州省,贵州,Guizhou,province,\n"
    "522600,黔东南州,黔东南,Qiandongnan,prefecture,520000\n"
    "522601,凯里市,凯里,Kaili,county,522600\n",
    "units.csv": "unit,dimension,factor,name_en,english_unit\n"
    "吨,mass,1,t,t\n"
    "万吨,mass,10000,10 kt,kt\n"
    "箱,mass,50,case,t\n"
    "%,ratio,1,%,%\n",
    "indicators.csv": "id,base,headline,reference,name_zh,name_en,unit,direction,measure,"
    "definition_zh,definition_en\n"
    "coal.output,coal,1,,原煤产量,Coal output,万吨,up,flow,产量。,Output.\n"
    "coal.share,coal,,coal.output,占比,Share,%,none,ratio,比重。,Share.\n",
    "sources.csv": "id,title,publisher_zh,publisher_en,published,url,kind,carrier,via,"
    "note_zh,note_en\n"
    "s1,统计公报,统计局,Statistics Bureau,2024-03-20,,statistics,original,,,\n"
    "s2,工作报告,省政府,Government,2023-01,,government,original,,,\n",
    "observations/coal.csv": "indicator,region,period,value,unit,qualifier,status,source,note_zh,"
    "note_en\n"
    "coal.output,520000,2022,12813,万吨,exact,actual,s1,,\n"
    "coal.output,520000,2023-H1,6500.40,万吨,about,actual,s1,上半年,First half\n"
    "coal.output,522600,2022,1.1,吨,exact,actual,s2,,\n"
    "coal.share,520000,2022,67,%,exact,actual,s1,,\n"
    "coal.share,522600,2022,—,%,exact,actual,s1,,\n",
    "targets/coal.csv": "indicator,region,period,value,unit,comparator,kind,source,note_zh,"
    "note_en\n"
    "coal.output,520000,2025,15000,万吨,>=,plan,s2,,\n",
    "projects.csv": "id,base,region,name_zh,name_en,stage,year,capacity,unit,"
    "investment_yi_yuan,source,note_zh,note_en\n"
    "p1,coal,522601,煤矿,Mine,building,2023,30,万平方米,,s1,,\n",
    "events.csv": "date,base,region,title_zh,title_en,kind,source\n"
    "2023-08-02,coal,520000,座谈会,Meeting,meeting,s1\n",
    "proposals.csv": "id,base,region,date,kind,person,title_zh,title_en,responds_to,source\n"
    "q1,coal,520000,2023-08,proposal,王立,建议,Proposal,,s1\n"
    "q2,coal,520000,2023-08,response,,回应,Response,q1,s1\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder
